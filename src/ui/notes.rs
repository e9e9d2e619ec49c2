//! What the page has to say: what it could not take as written, and whether a link reproduced.

use super::icons::{self, icon};
use super::state::{Msg, Notes};
use after_the_leak::link::Verdict;
use yew::prelude::*;

/// The notes, if this is the place where they are `shown`: in each mode there is one.
pub fn note_strip(notes: &Notes, shown: bool, send: &Callback<Msg>) -> Html {
    let verdict = notes.verdict.filter(|v| *v != Verdict::None);
    let dismiss = send.reform(|_| Msg::Dismiss);
    let any = shown && (notes.restored || verdict.is_some() || !notes.sentences.is_empty());
    // The region is always there: screen readers announce only what appears inside one they know.
    html! {
        <div class="notes-region" role="status">
            if any {
                <div class={classes!("notes", notes.sentences.is_empty().then_some("well"))}>
                    <div class="sentences">
                        <div>
                            if notes.restored {
                                <p class="verdict">{ "Your game was restored." }</p>
                            }
                        </div>
                        <div>
                            if let Some(verdict) = verdict {
                                <p class="verdict">{ verdict.sentence() }</p>
                            }
                        </div>
                        <div>
                            if notes.about_link && !notes.sentences.is_empty() {
                                <p class="lead">{ "The link could not be taken as written; this is the nearest scenario:" }</p>
                            }
                        </div>
                        <ul>
                            for (k, sentence) in notes.sentences.iter().enumerate() {
                                <li key={k}>{ sentence }</li>
                            }
                        </ul>
                    </div>
                    <button type="button" class="tool" onclick={dismiss} aria-label="Dismiss">{ icon(icons::CLOSE) }</button>
                </div>
            }
        </div>
    }
}
