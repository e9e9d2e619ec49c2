//! TABLE: named starting points, written as the words that differ from the defaults.
//!
//! A preset that has been published never changes within a version of the model: links are differences from it.

/// A named starting point.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Its name in links.
    pub id: &'static str,
    pub name: &'static str,
    /// What is special about it, in a sentence or two.
    pub story: &'static str,
    /// Differences from the defaults, separated by spaces.
    pub words: &'static str,
    pub source: &'static str,
}

/// The preset a visitor meets first.
pub const DEFAULT: &str = "meta-agent";
/// The seed of every preset.
pub const SEED: &str = "amber-falcon-tide";
/// This many of the companies race unless a preset says otherwise. Judgement.
pub const COMPANIES_USUAL: usize = 5;

/// Every preset, in the order in which they are shown.
pub const PRESETS: &[Preset] = &[
    Preset {
        id: "meta-agent",
        name: "The Meta Agent leak",
        story: "Three months in, documents and parts of the code of Meta's secret agent project leak: a new architecture, cheap inference, multimodal. Meta stays closed; rivals dissect what they find.",
        words: "leak_month=3 leak_kind=documents leak_info=0.4 leak_buzz=0.25 complement_value=0.3 capture_weights=0.4 capture_full=0.25 developer_openness=1.4 multi_homing=0.6 host_markup=1.5",
        source: "Judgement, after press accounts of the leak that nobody has verified",
    },
    Preset {
        id: "meta-agent-open-weights",
        name: "…and Meta opens its weights",
        story: "The same leak; Meta answers half a year in by launching and opening the weights, as it did with Llama.",
        words: "leak_month=3 leak_kind=documents leak_info=0.4 leak_buzz=0.25 complement_value=0.3 capture_weights=0.4 capture_full=0.25 developer_openness=1.4 multi_homing=0.6 host_markup=1.5 meta.strategy=open-weights script=6:meta:launch",
        source: "Llama 2, July 2023",
    },
    Preset {
        id: "meta-agent-full-open",
        name: "…and Meta opens everything",
        story: "The same leak; Meta answers half a year in by launching and publishing weights, code and recipes.",
        words: "leak_month=3 leak_kind=documents leak_info=0.4 leak_buzz=0.25 complement_value=0.3 capture_weights=0.4 capture_full=0.25 developer_openness=1.4 multi_homing=0.6 host_markup=1.5 meta.strategy=full-open script=6:meta:launch,6:meta:revaluation:-0.016",
        source: "Alexy: −1.6 % for releases without a revenue model",
    },
    Preset {
        id: "meta-agent-preempt",
        name: "…and Meta launches at once",
        story: "The same leak; Meta answers in the same month by launching the new architecture as a closed product, ready or not.",
        words: "leak_month=3 leak_kind=documents leak_info=0.4 leak_buzz=0.25 complement_value=0.3 capture_weights=0.4 capture_full=0.25 developer_openness=1.4 multi_homing=0.6 host_markup=1.5 meta.strategy=closed-fast script=3:meta:launch-now",
        source: "Pre-emption: Fudenberg & Tirole (1985)",
    },
    Preset {
        id: "baseline",
        name: "No leak",
        story: "Nothing is scheduled to leak and nobody changes course: the yardstick for everything else.",
        words: "meta.strategy=steady frontier-lab.strategy=steady challenger.strategy=steady cloud-giant.strategy=steady open-lab.strategy=steady",
        source: "The defaults of “Parameters”",
    },
    Preset {
        id: "llama-weights",
        name: "Weights in the open",
        story: "The weights themselves leak and cannot be called back: Meta's model is open whether it wants it or not.",
        words: "leak_month=3 leak_kind=weights leak_info=0.6 leak_buzz=0.3 meta.strategy=open-weights complement_value=0.3 capture_weights=0.4 capture_full=0.25 developer_openness=2.5 host_markup=1.5",
        source: "LLaMA, February to March 2023",
    },
    Preset {
        id: "efficiency-shock",
        name: "Efficiency shock",
        story: "Half a year in, the open lab shows a model ten times cheaper to run. Investors reprice the leaders overnight.",
        words: "script=6:open-lab:efficiency-shock:3.3,6:open-lab:capability-jump:0.5,6:open-lab:launch,6:open-lab:revaluation:0.1",
        source: "DeepSeek (2025); Nvidia, 27 January 2025",
    },
    Preset {
        id: "strategic-signal",
        name: "A signal, not an accident",
        story: "The documents were let out on purpose: investors like the story, and Meta follows it up by opening its weights.",
        words: "leak_month=3 leak_kind=documents leak_info=0.25 leak_buzz=0.9 leak_cause=strategic-signal complement_value=0.4 host_markup=1.5 capture_weights=0.5 capture_full=0.05 developer_openness=2.5 meta.strategy=open-weights script=6:meta:launch,6:meta:revaluation:0.016",
        source: "Alexy: +1.6 % for releases with a stated revenue model",
    },
    Preset {
        id: "safety-incident",
        name: "Incident at the leader",
        story: "A year in, an agent of the frontier lab causes damage that everyone hears of. Trust collapses and rules follow.",
        words: "concern_severe=0.25 script=12:frontier-lab:severe-incident:2.4",
        source: "Judgement: no precedent of this size",
    },
    Preset {
        id: "regulated",
        name: "Regulated world",
        story: "Strict rules from the first day, and regulators who answer to public concern.",
        words: "regulation_start=0.5 regulation_safety_share=0.3 regulation_concern=4 regulation_prevention=0.7",
        source: "Judgement: EU AI Act, its duties of August 2026 enforced in full",
    },
    Preset {
        id: "standard-war",
        name: "Winner takes all",
        story: "Developers work in one ecosystem only, and users follow them: somebody will be the standard.",
        words: "network_strength=5 multi_homing=0.1 ecosystem_value=3",
        source: "Arthur (1989); mobile platforms",
    },
    Preset {
        id: "ai-winter",
        name: "AI winter",
        story: "Progress slows, demand disappoints, and after a year of euphoria the story breaks.",
        words: "capability_growth=1 revenue_multiple=4 intensity_of_choice=2.9 ceiling_multiplier=0.6 raise_fraction=0.02 complement_value=0.4 capture_weights=0.4 capture_full=0.25 developer_openness=2.5 host_markup=1.5 script=12:meta:hype-shock:-1.5",
        source: "Judgement, after two earlier winters of AI",
    },
];
