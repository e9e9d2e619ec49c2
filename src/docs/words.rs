//! What no table says: what the model is and is not, its limits, and how it came about.

use super::Section;
use super::html::{escape, list, paragraph};
use super::{month, tables};
use crate::link::{CHANGES, MODEL_VERSION};
use crate::sim::companies::FIGURES;
use crate::sim::params::PARAMS;
use crate::sim::table::Grade;

/// The opening section.
pub(super) fn about() -> Section {
    let numbers = PARAMS.len() + FIGURES.len();
    let judgement = tables::graded(Grade::J);
    let (constants, judged) = month::constants();
    let html = [
        paragraph(
            "After the Leak asks what follows when a company’s secret AI-agent project leaks, and every company has to choose: stay closed, open the weights, \
             or open everything; launch early, hold, or pivot. Developers and enterprises follow, investors swing between story and proof, safety and \
             confidentiality bite, and one ecosystem may become the standard.",
        ),
        paragraph(
            "What it shows are conditional stories, not forecasts: if the world worked like these equations, with these numbers, then \
             this is the range of what could follow. Each future is one draw of luck; only many of them say something, and mostly about directions: what rises, \
             what falls, what depends on what. Where two scenarios are compared, they share their luck, so that the difference is the scenario’s.",
        ),
        format!(
            "<p>Much of it is judgement, and says so. Of the {numbers} numbers that a user may change, {judgement} are graded judgement, {} were seen in \
             a named source, {} are quoted from the literature and {} were derived. Another {constants} numbers are fixed in the program, \
             most of them bounds and small effects; {judged} of these are marked as judgement. All of them stand on this page, next to the equations that use them.</p>\n",
            tables::graded(Grade::V),
            tables::graded(Grade::M),
            tables::graded(Grade::D)
        ),
        paragraph(
            "The page is made from the program: the equations from the files that compute them, the tables from the tables that the controls, links and studies \
             are made of, the validation by running it.",
        ),
    ];
    Section::new(
        "about",
        "To begin with",
        "What this is and is not",
        html.concat(),
    )
}

/// The closing sections.
pub(super) fn limits() -> Vec<Section> {
    const PART: &str = "The limits";
    let limits = paragraph(
        "Read results with these in mind. They are limits of what is known as much as of the model.",
    ) + &list(LIMITS);
    let reference = paragraph(
        "The equations were first written down as a small program in numpy. This engine was written anew beside it. A plain rewriting of \
         the numpy program, fed the same draws, agrees with it path by path to 3·10⁻¹⁴. What differs here differs on purpose:",
    ) + &list(DIFFERENCES);
    vec![
        Section::new("limits", PART, "Limits", limits),
        Section::new("reference", PART, "Beside the first program", reference),
        Section::new("versions", PART, "Changes by version", versions()),
    ]
}

const LIMITS: &[&str] = &[
    "No data set identifies what developers and users value, what open companies capture, what ecosystems are worth, how often incidents happen or when rules \
     come. These numbers are judgement with wide ranges. Conclusions that survive the ranges are directions, not levels.",
    "The numbers matter more than luck: results spread far more over the likely ranges of the parameters than over seeds. A fan of \
     futures with fixed parameters shows luck only.",
    "One scale stands for capability: the length of software task that an agent finishes half the time, as METR measures it. Beyond about 16 hours today’s tasks cannot measure it; \
     the half is variation between tasks more than unreliability on one; offsets of other domains are guesses, except that computer use is known to lag far behind. Stages and the dates \
     on which they are reached follow mechanically from the trend and the thresholds.",
    "The stock of safety and the rule by which racing eats it are stylised. No observation links what a laboratory spends on safety to incidents, and counts of incidents count reports.",
    "Valuation is behavioural and not calibrated: the return per quarter in the investors’ rule is a dimensionless choice, not a discount rate.",
    "Revenue takes no account of cheaper work being bought in larger amounts, which an elasticity near −1 justifies. All levels of money are illustrative.",
    "How often companies leak rests on four public leaks in forty company-years. How share prices react to a leak at an AI laboratory has not been observed: the companies were private.",
    "Several figures come from press reports or secondary collections; the primary documents could not be read.",
    "The openness race of Mladenovic, Courville & Gidel (2026) is reconstructed from its abstract. The formulas of Armstrong, Bostrom & Shulman and of Han and others were \
     derived anew and checked numerically, not page by page. METR’s published estimates are used, not its raw runs.",
    "Companies follow rules, or compare a few moves some months ahead as if nobody else changed course. They do not plan further, learn about their rivals, or make deals.",
    "The companies of a scenario are all there will be. Nobody enters, merges or leaves: without cash a company cuts its budgets and stays in the race.",
    "A catastrophe is an option, off unless asked for, and its chance a bare judgement: with it on, a severe incident may end the race for everybody, and what would follow is not told. Without it nothing ends the world here.",
    "States as players, chips as a supply chain and talent as a stock are not in the model.",
];

const DIFFERENCES: &[&str] = &[
    "A leak is a snapshot. There, rivals learned from the victim’s present state for ever; here, from its state on the day of the leak, and no company learns from its own.",
    "Severe and serious incidents are drawn among the incidents of the month, so there are never more of them than there are incidents.",
    "The shares of a research budget sum to one. Where regulation requires more safety, all other uses shrink in proportion.",
    "Time is a whole number of months. Scheduled events name a month; no years are compared as fractions.",
    "Rates are per year and exact whatever the step: relaxations, noise and cuts are integrated, not added up. Weekly steps give the same outcomes as monthly ones.",
    "A future is its scenario and its number. It does not depend on how many others were asked for, or on companies that do not race.",
    "What regulation is at the start, what it requires and how far it delays launches, and how demand differs from usual, are parameters like all others.",
    "Companies think: by the rules of their strategies or by quantal response, where the first program drew their launches only.",
];

/// Every version of the model with what it changed, the newest first.
fn versions() -> String {
    let mut html = format!(
        "<p>This is version {MODEL_VERSION} of the model. A version ends when the same words no longer give the same bits. Links say which version made them.</p>\n<dl class=\"entries\">\n"
    );
    for change in CHANGES.iter().rev() {
        html += &format!(
            "<div><dt>Version {}</dt><dd><p>{}</p></dd></div>\n",
            change.version,
            escape(change.about)
        );
    }
    html + "</dl>\n"
}
