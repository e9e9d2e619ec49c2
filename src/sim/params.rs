//! TABLE: every number of the model that a user may change.
//!
//! A slider with its number box and tooltip, a word of the link and of the command line, the refusal
//! of a bad value, the prior of a study and a row of the documentation all come from one entry here.

use super::table::numbers;

numbers! {
/// The parameters of a scenario.
Params, PARAMS {
"The leak" {
    /// Month of the leak
    ///
    /// The month in which the first company's secret agent project leaks; 0 means that no leak is scheduled.
    leak_month = 0.0 in 0.0 ..= 120.0, likely 0.0 to 24.0, "month", J "The scenario's own choice";
    /// What leaked
    ///
    /// Documents tell intentions, code tells methods, weights can be run at once, and everything is all of it.
    leak_kind = 0.0 in 0.0 ..= 3.0, likely 0.0 to 3.0, "kind" of ["documents", "code", "weights", "everything"], V "LLaMA (2023) leaked weights, Claude Code (2026) leaked code";
    /// Information in the leak
    ///
    /// How much of the project outsiders can rebuild from it, before they add work of their own.
    leak_info = 0.4 in 0.0 ..= 1.0, likely 0.25 to 0.9, "share", J "Documents 0.25, code 0.5, weights 0.6, everything 0.9";
    /// Why it leaked
    ///
    /// An accident costs the company standing with investors; a theft half as much; an insider costs partners' trust besides; a strategic signal may earn it some.
    leak_cause = 0.0 in 0.0 ..= 3.0, likely 0.0 to 3.0, "cause" of ["accident", "theft", "insider", "strategic signal"], J "Accident and signal were both current readings of the Meta Agent leak";
    /// Buzz
    ///
    /// Relative jump of the company's developer share in the month of the leak: everyone tries it.
    leak_buzz = 0.1 in 0.0 ..= 1.0, likely 0.05 to 0.4, "× share", J "llama.cpp and Alpaca (2023) followed LLaMA (2023) within days";
    /// Undetected leaks
    ///
    /// Share of chance leaks that stay unnoticed at first: rivals learn, investors do not react until it comes out.
    leak_undetected = 0.2 in 0.0 ..= 0.9, likely 0.05 to 0.4, "share", J "No count exists of what was never noticed";
    /// Chance leaks: documents
    ///
    /// Share of chance leaks in which documents leak. Whatever documents, code and weights leave is a leak of everything.
    leak_mix_documents = 0.5 in 0.0 ..= 1.0, likely 0.3 to 0.7, "share", J "Four public leaks of code or weights, more of documents: NovelAI (2022), LLaMA (2023), Miqu (2024), Claude Code (2026)";
    /// Chance leaks: code
    ///
    /// Share of chance leaks in which code leaks.
    leak_mix_code = 0.3 in 0.0 ..= 1.0, likely 0.15 to 0.45, "share", J "Claude Code (2026), NovelAI (2022)";
    /// Chance leaks: weights
    ///
    /// Share of chance leaks in which weights leak.
    leak_mix_weights = 0.15 in 0.0 ..= 1.0, likely 0.05 to 0.3, "share", J "LLaMA (2023), Miqu (2024)";
    /// Leaks by chance
    ///
    /// Expected leaks of code or weights per company and year at the usual security effort.
    leak_hazard = 0.1 in 0.0 ..= 1.0, likely 0.027 to 0.256, "per company-year", D "4 public leaks in 40 firm-years: NovelAI (2022), LLaMA (2023), Miqu (2024), Claude Code (2026); interval of Garwood (1936)";
    /// Effect of security spending
    ///
    /// The hazard of a leak falls by the factor e for this many times five percent of R&D added to security.
    security_effect = 1.0 in 0.0 ..= 3.0, likely 0.5 to 2.0, "per 5 %", J "No study links spending to leaks of AI labs";
    /// Learning from a leak
    ///
    /// How fast a fully absorbent rival learns the leaked architecture and catches up with the leaked state.
    leak_learning = 3.0 in 0.0 ..= 12.0, likely 1.0 to 6.0, "per year", V "o1 to R1 took 130 days (METR): 2.8 per year";
    /// Investors' reaction to a leak
    ///
    /// Jump of log mispricing for a leak of a quarter of the project, in proportion to the information.
    leak_reaction = -0.01 in -0.1 ..= 0.05, likely -0.05 to 0.0, "log", M "Data breaches: −0.6 % (Acquisti et al., 2006) to −5 % (Campbell et al., 2003)";
    /// Investors' reaction to a signal
    ///
    /// Jump of log mispricing when the leak is read as a deliberate signal.
    signal_reaction = 0.016 in -0.05 ..= 0.1, likely 0.0 to 0.03, "log", V "Alexy: +1.6 % for releases with a stated revenue model";
}
"Research" {
    /// Capability growth
    ///
    /// Doublings of the task horizon per year at the reference budget and mix. The default is slower than the recent trend on purpose.
    capability_growth = 2.0 in 0.2 ..= 6.0, likely 1.5 to 4.1, "doublings/year", V "METR: doubling every 196 days (1.86), 131 (2.79), 89 (4.10)";
    /// Efficiency growth
    ///
    /// Doublings per year of the work one dollar of inference buys.
    efficiency_growth = 3.3 in 0.0 ..= 8.0, likely 1.5 to 5.6, "doublings/year", V "a16z 10× a year, Epoch (12 March 2025) median 50×, algorithms alone 8 months (Ho et al., 2024)";
    /// Safety growth
    ///
    /// Doublings per year by which safety work at the reference budget keeps up with capability.
    safety_growth = 1.9 in 0.0 ..= 5.0, likely 1.0 to 3.0, "doublings/year", J "Set so that the gap stays near zero in the baseline";
    /// Reliability growth
    ///
    /// Rate at which agent engineering at the reference effort closes the distance to the best attainable success curve.
    reliability_growth = 0.15 in 0.0 ..= 1.0, likely 0.05 to 0.3, "per year", J "No series of success-curve slopes exists";
    /// R&D elasticity
    ///
    /// Percent more progress for a percent more budget.
    research_elasticity = 0.35 in 0.0 ..= 1.0, likely 0.2 to 0.5, "–", M "R&D and patents: Hausman, Hall & Griliches (1984)";
    /// Rising cost of progress
    ///
    /// Growth of the budget needed for the same progress, as a logarithm per year.
    budget_inflation = 0.788 in 0.0 ..= 1.5, likely 0.47 to 0.956, "log/year", V "Epoch (January 2025): budgets grew 2–3× a year while the trend was constant";
    /// Reference budget
    ///
    /// The R&D budget at which the growth rates above hold at the start.
    reference_budget = 10.0 in 2.0 ..= 50.0, likely 5.0 to 20.0, "bn $/year", J "Scale of the five companies";
    /// Absorptive half-budget
    ///
    /// R&D budget, relative to the industry mean, at which a company learns half of what it could.
    absorptive_half = 0.5 in 0.05 ..= 3.0, likely 0.1 to 2.0, "× mean budget", J "Cohen & Levinthal (1990) give the form, not the value";
    /// Catch-up with the closed frontier
    ///
    /// How fast a laggard closes the gap to the best launched product.
    catch_up_closed = 3.0 in 0.0 ..= 10.0, likely 1.0 to 5.0, "per year", D "Calibrated to a lag of 3–4 months between laboratories, Epoch (October 2025); launched products lag longer";
    /// Catch-up with open weights
    ///
    /// How fast a laggard closes the gap to the best model whose weights are open.
    catch_up_open = 6.0 in 0.0 ..= 20.0, likely 3.0 to 12.0, "per year", M "LLaMA (2023) to Alpaca (2023) took ten days";
    /// Efficiency spillover
    ///
    /// How fast efficiency methods spread from the best.
    efficiency_spillover = 2.0 in 0.0 ..= 8.0, likely 1.0 to 4.0, "per year", J "Serving tricks are published within months";
    /// Safety spillover
    ///
    /// How fast safety methods spread from the best.
    safety_spillover = 0.3 in 0.0 ..= 3.0, likely 0.15 to 0.6, "per year", J "Slower than efficiency: less is transferable";
    /// Independent rediscovery
    ///
    /// Rate at which a company finds the new architecture by itself.
    rediscovery = 0.35 in 0.0 ..= 2.0, likely 0.1 to 0.7, "per year", M "Mansfield (1985): rivals know within 12–18 months";
    /// Learning from launched products
    ///
    /// Rate at which rivals learn the architecture from a fully open product; open weights give half of it, a closed product a tenth.
    launch_learning = 4.0 in 0.0 ..= 12.0, likely 2.0 to 8.0, "per year", J "Reverse engineering of products";
    /// Architecture: efficiency
    ///
    /// Doublings of inference efficiency that the full new architecture brings.
    architecture_efficiency = 2.0 in 0.0 ..= 6.0, likely 1.0 to 4.6, "doublings", V "Claims of 4× to 50× for DeepSeek (2025)";
    /// Architecture: multimodality
    ///
    /// Gain of multimodal understanding that the full new architecture brings.
    architecture_multimodality = 0.25 in 0.0 ..= 1.0, likely 0.1 to 0.5, "doublings", J "No measured series";
    /// Multimodality trend
    ///
    /// Gain of multimodal understanding per year that everyone has.
    multimodality_trend = 0.05 in 0.0 ..= 0.5, likely 0.0 to 0.15, "doublings/year", J "No measured series";
    /// Community research
    ///
    /// Doublings per year that a fully open company with the whole developer ecosystem gets from outside contributors.
    community_research = 0.8 in 0.0 ..= 4.0, likely 0.0 to 2.0, "doublings/year", J "No measured series";
    /// Cost of capability
    ///
    /// Doublings of inference cost per doubling of capability.
    capability_cost = 0.3 in 0.0 ..= 1.5, likely 0.0 to 0.8, "doublings", J "Prices of successive flagships";
    /// R&D share: efficiency
    ///
    /// The usual share of R&D that goes to inference efficiency and the new architecture.
    efficiency_share = 0.25 in 0.05 ..= 0.4, likely 0.15 to 0.35, "share of R&D", J "Not disclosed by any lab";
    /// R&D share: agents
    ///
    /// The usual share of R&D that goes to the reliability of agents.
    agents_share = 0.05 in 0.0 ..= 0.3, likely 0.02 to 0.15, "share of R&D", J "Not disclosed by any lab";
    /// R&D share: security
    ///
    /// The usual share of R&D that goes to keeping secrets.
    security_share = 0.05 in 0.0 ..= 0.2, likely 0.02 to 0.1, "share of R&D", J "Not disclosed by any lab";
}
"Launches and agents" {
    /// Time between launches
    ///
    /// Mean time between flagship launches of a company.
    launch_interval = 0.35 in 0.1 ..= 2.0, likely 0.2 to 0.75, "years", V "One lab's releases every 2.3–2.8 months, 2025–26 (METR)";
    /// Flop probability
    ///
    /// Chance that a launch disappoints.
    flop_probability = 0.06 in 0.0 ..= 0.5, likely 0.02 to 0.15, "per launch", J "A few visible flops among dozens of launches";
    /// Investors' reaction to a flop
    ///
    /// Jump of log mispricing when a launch flops.
    flop_reaction = -0.08 in -0.4 ..= 0.0, likely -0.15 to -0.03, "log", M "Alphabet, 8 Feb 2023: −7.7 %";
    /// Success-curve slope
    ///
    /// How sharply success falls with task length, per doubling, at the start. Steeper means that 80 % and 95 % horizons lie closer to the 50 % horizon.
    success_slope = 0.6 in 0.3 ..= 1.0, likely 0.5 to 0.8, "per doubling", J "METR's ratio of 50 % to 80 % horizons of 4–6";
    /// Best attainable slope
    ///
    /// The success-curve slope that agent engineering approaches.
    success_slope_limit = 0.8 in 0.3 ..= 1.5, likely 0.7 to 1.0, "per doubling", J "Upper end of the likely slopes";
    /// Room to act
    ///
    /// Doublings by which a company with an even developer share could act beyond what it can reason: connections to other people's systems.
    action_room = 2.0 in -2.0 ..= 6.0, likely 0.0 to 4.0, "doublings", J "The weakest part of the agent loop bounds the horizon";
    /// Developers' effect on acting
    ///
    /// Doublings of room to act per doubling of developer share.
    action_gain = 0.5 in 0.0 ..= 2.0, likely 0.2 to 1.0, "doublings", J "Integrations are written by developers";
    /// Trust an agent needs
    ///
    /// Trust below which a company's agents count as toys whatever they can do.
    trust_gate = 0.35 in 0.0 ..= 0.9, likely 0.2 to 0.5, "0–1", J "A stage is a role people give, not a benchmark";
    /// Offset: software
    ///
    /// Horizon in software development relative to the benchmark tasks.
    offset_software = 0.0 in -10.0 ..= 2.0, likely -1.0 to 0.5, "doublings", V "METR TH1.1: its tasks are software";
    /// Offset: service
    ///
    /// Horizon in customer service relative to software.
    offset_service = -1.0 in -10.0 ..= 2.0, likely -2.0 to 0.0, "doublings", J "Between software and screen work";
    /// Offset: content
    ///
    /// Horizon in content creation relative to software.
    offset_content = -1.0 in -10.0 ..= 2.0, likely -2.0 to 0.0, "doublings", J "Between software and screen work";
    /// Offset: personal assistance
    ///
    /// Horizon in personal assistance, which works on screens, relative to software.
    offset_personal = -5.0 in -10.0 ..= 2.0, likely -6.6 to -4.0, "doublings", V "METR (July 2025): computer-use horizons 40–100 times shorter";
    /// Seeing: software
    ///
    /// Doublings of horizon per unit of multimodality in software development.
    seeing_software = 1.0 in 0.0 ..= 10.0, likely 0.0 to 2.0, "doublings", J "Little to see";
    /// Seeing: service
    ///
    /// Doublings of horizon per unit of multimodality in customer service.
    seeing_service = 1.0 in 0.0 ..= 10.0, likely 0.0 to 2.0, "doublings", J "Little to see";
    /// Seeing: content
    ///
    /// Doublings of horizon per unit of multimodality in content creation.
    seeing_content = 4.0 in 0.0 ..= 10.0, likely 2.0 to 6.0, "doublings", J "Images and film";
    /// Seeing: personal assistance
    ///
    /// Doublings of horizon per unit of multimodality in personal assistance.
    seeing_personal = 6.0 in 0.0 ..= 10.0, likely 3.0 to 9.0, "doublings", J "Screens and the physical world";
}
"Users" {
    /// Value of capability
    ///
    /// Utility of one doubling of horizon to a user who chooses.
    capability_value = 1.0 in 0.0 ..= 4.0, likely 0.5 to 2.0, "utils", J "Choice models of this market are not published";
    /// Price sensitivity
    ///
    /// Coefficient of log price in users' choice.
    price_sensitivity = 1.4 in 0.0 ..= 4.0, likely 0.8 to 2.2, "utils/log", V "Demirer et al.: elasticity −1.11 at a share of 0.2";
    /// Value of the ecosystem
    ///
    /// Utility of the whole developer ecosystem to a user.
    ecosystem_value = 1.5 in 0.0 ..= 5.0, likely 0.0 to 4.0, "utils", J "Below the number of companies it does not tip by itself";
    /// Value of trust
    ///
    /// Utility of full trust against none.
    trust_value = 2.0 in 0.0 ..= 6.0, likely 0.0 to 4.0, "utils", J "Surveys report distrust, not its price";
    /// Taste for open products
    ///
    /// Utility of openness itself to end users; negative means that they prefer served products.
    open_taste = -0.4 in -3.0 ..= 2.0, likely -1.0 to 0.5, "utils", D "Set so that the open lab starts near 11–13 % (Menlo)";
    /// Adoption by innovation
    ///
    /// Bass coefficient p: adoption without example.
    adoption_innovation = 0.03 in 0.001 ..= 0.2, likely 0.003 to 0.05, "per year", V "Sultan, Farley & Lehmann (1990): mean 0.03";
    /// Adoption by imitation
    ///
    /// Bass coefficient q: adoption by example.
    adoption_imitation = 0.6 in 0.0 ..= 2.0, likely 0.3 to 1.0, "per year", V "Sultan, Farley & Lehmann (1990): mean 0.38";
    /// Ceiling multiplier
    ///
    /// Multiplies all adoption ceilings: weak demand is below one.
    ceiling_multiplier = 1.0 in 0.1 ..= 1.1, likely 0.6 to 1.1, "×", J "Scenario lever";
    /// Ceiling: toy
    ///
    /// Share of potential users who ever adopt while the best agent is a toy.
    ceiling_toy = 0.05 in 0.0 ..= 1.0, likely 0.02 to 0.2, "share", J "Illustrative";
    /// Ceiling: tool
    ///
    /// Share of potential users who ever adopt while the best agent is a tool.
    ceiling_tool = 0.35 in 0.0 ..= 1.0, likely 0.2 to 0.5, "share", J "Illustrative";
    /// Ceiling: colleague
    ///
    /// Share of potential users who ever adopt while the best agent is a colleague.
    ceiling_colleague = 0.65 in 0.0 ..= 1.0, likely 0.5 to 0.8, "share", J "Illustrative";
    /// Ceiling: proxy
    ///
    /// Share of potential users who ever adopt once the best agent is a proxy.
    ceiling_proxy = 0.9 in 0.0 ..= 1.0, likely 0.75 to 1.0, "share", J "Illustrative";
    /// Re-choice: software
    ///
    /// Rate at which users in software development choose their provider anew.
    rechoice_software = 1.5 in 0.05 ..= 12.0, likely 0.5 to 6.0, "per year", J "Between 11 % yearly vendor switching and weeks for APIs";
    /// Re-choice: service
    ///
    /// Rate at which users in customer service choose their provider anew.
    rechoice_service = 0.5 in 0.05 ..= 12.0, likely 0.1 to 2.0, "per year", J "11 % of teams changed vendor in a year";
    /// Re-choice: content
    ///
    /// Rate at which users in content creation choose their provider anew.
    rechoice_content = 1.0 in 0.05 ..= 12.0, likely 0.3 to 4.0, "per year", J "Between the two";
    /// Re-choice: personal assistance
    ///
    /// Rate at which users of personal assistants choose their provider anew.
    rechoice_personal = 0.5 in 0.05 ..= 12.0, likely 0.1 to 2.0, "per year", J "Habits and bundled devices";
    /// Adopters at the start: software
    ///
    /// Share of potential users in software development who already use agents.
    adopted_software = 0.45 in 0.0 ..= 0.9, likely 0.3 to 0.6, "share", J "Stack Overflow: 84 % use or plan AI tools";
    /// Adopters at the start: service
    ///
    /// Share of potential users in customer service who already use agents.
    adopted_service = 0.25 in 0.0 ..= 0.9, likely 0.15 to 0.4, "share", J "Intercom Fin, Klarna";
    /// Adopters at the start: content
    ///
    /// Share of potential users in content creation who already use agents.
    adopted_content = 0.25 in 0.0 ..= 0.9, likely 0.15 to 0.4, "share", J "Census BTOS: 17–20 % of firms";
    /// Adopters at the start: personal assistance
    ///
    /// Share of potential users who already have a personal agent.
    adopted_personal = 0.12 in 0.0 ..= 0.9, likely 0.05 to 0.25, "share", J "Illustrative";
    /// Potential users: software
    ///
    /// People who could use agents to develop software.
    users_software = 47.0 in 5.0 ..= 200.0, likely 23.0 to 70.0, "million", J "Industry counts of developers; no document was checked";
    /// Potential users: service
    ///
    /// People in customer service whose work agents could do.
    users_service = 17.0 in 2.0 ..= 100.0, likely 8.0 to 26.0, "million", J "Industry counts of service agents; no document was checked";
    /// Potential users: content
    ///
    /// People who could use agents to create content.
    users_content = 100.0 in 10.0 ..= 500.0, likely 50.0 to 150.0, "million", J "Illustrative";
    /// Potential users: personal assistance
    ///
    /// People who could have a personal agent.
    users_personal = 1500.0 in 100.0 ..= 6000.0, likely 750.0 to 2250.0, "million", J "Illustrative";
}
"Money" {
    /// Revenue per user: toy
    ///
    /// Yearly revenue per user in software development while the best agent is a toy.
    revenue_toy = 50.0 in 5.0 ..= 500.0, likely 25.0 to 100.0, "$/year", J "Illustrative";
    /// Revenue per user: tool
    ///
    /// Yearly revenue per user in software development while the best agent is a tool.
    revenue_tool = 240.0 in 20.0 ..= 2000.0, likely 120.0 to 480.0, "$/year", V "$20 a month: list prices of 2025–26";
    /// Revenue per user: colleague
    ///
    /// Yearly revenue per user in software development while the best agent is a colleague.
    revenue_colleague = 2400.0 in 200.0 ..= 20000.0, likely 1200.0 to 4800.0, "$/year", V "$200 a month: list prices of 2025–26";
    /// Revenue per user: proxy
    ///
    /// Yearly revenue per user in software development once the best agent is a proxy.
    revenue_proxy = 12000.0 in 1000.0 ..= 100000.0, likely 6000.0 to 24000.0, "$/year", J "Illustrative";
    /// Revenue in service
    ///
    /// Revenue per user in customer service relative to software.
    revenue_service = 1.0 in 0.0 ..= 3.0, likely 0.5 to 2.0, "× software", J "Illustrative";
    /// Revenue in content
    ///
    /// Revenue per user in content creation relative to software.
    revenue_content = 0.25 in 0.0 ..= 3.0, likely 0.12 to 0.5, "× software", J "Illustrative";
    /// Revenue in personal assistance
    ///
    /// Revenue per user in personal assistance relative to software.
    revenue_personal = 0.06 in 0.0 ..= 1.0, likely 0.03 to 0.12, "× software", J "Illustrative";
    /// Closed gross margin
    ///
    /// Gross margin of a served product with average efficiency.
    margin_closed = 0.5 in 0.05 ..= 0.9, likely 0.33 to 0.7, "share", V "33 % to 50 %: press reports of 2025–26";
    /// Efficiency into margin
    ///
    /// Part of an efficiency advantage that becomes margin instead of lower prices.
    margin_pass_through = 0.5 in 0.0 ..= 1.0, likely 0.0 to 1.0, "share", J "Depends on competition";
    /// Host markup
    ///
    /// Price over cost at which third parties serve open models.
    host_markup = 1.2 in 1.0 ..= 2.0, likely 1.1 to 1.5, "×", J "Commodity hosting";
    /// Captured revenue: open weights
    ///
    /// Share of usage revenue that the company keeps when its weights are open.
    capture_weights = 0.2 in 0.0 ..= 1.0, likely 0.05 to 0.5, "share", J "Most tokens of open models are served by others";
    /// Captured revenue: full open
    ///
    /// Share of usage revenue that the company keeps when everything is open.
    capture_full = 0.1 in 0.0 ..= 1.0, likely 0.02 to 0.3, "share", J "Most tokens of open models are served by others";
    /// Complement value
    ///
    /// Income of a company with complements (ads, cloud, devices), as a share of industry revenue, if it owned the whole ecosystem.
    complement_value = 0.1 in 0.0 ..= 1.0, likely 0.0 to 0.5, "share", J "Commoditise the complement";
    /// Operating expense
    ///
    /// Selling and administration as a share of revenue.
    operating_expense = 0.2 in 0.0 ..= 0.6, likely 0.1 to 0.4, "share", J "Typical of software";
    /// Subsidy growth
    ///
    /// Growth of what parents pay into their AI unit.
    subsidy_growth = 0.5 in 0.0 ..= 1.0, likely 0.2 to 0.8, "log/year", J "Capital spending plans";
    /// Profit reinvested
    ///
    /// Share of operating profit that goes to R&D.
    reinvestment = 0.9 in 0.0 ..= 1.5, likely 0.6 to 1.2, "share", J "Growth companies";
    /// Cash spent in
    ///
    /// Years over which a company plans to spend its cash.
    cash_horizon = 2.0 in 0.5 ..= 10.0, likely 1.0 to 4.0, "years", J "Typical runway";
    /// Capital raised
    ///
    /// Equity issued a year, as a share of the valuation, by a company short of cash at neutral sentiment.
    raise_fraction = 0.05 in 0.0 ..= 0.5, likely 0.02 to 0.15, "per year", J "Recent rounds";
    /// Revenue multiple
    ///
    /// Forward revenue multiple at a gross margin of one half.
    revenue_multiple = 10.0 in 1.0 ..= 40.0, likely 6.0 to 25.0, "×", V "20–27 times run-rate: press reports of 2025–26";
}
"Developers" {
    /// Developers: capability
    ///
    /// Utility of one doubling of launched capability to a developer.
    developer_capability = 1.0 in 0.0 ..= 4.0, likely 0.5 to 2.0, "utils", J "Share transitions of 0.5 to 2.6 logits a year, see “Back-casts”";
    /// Developers: openness
    ///
    /// Utility of full openness to a developer.
    developer_openness = 1.2 in 0.0 ..= 6.0, likely 0.5 to 4.0, "utils", J "Share transitions of 0.5 to 2.6 logits a year, see “Back-casts”";
    /// Network strength
    ///
    /// Utility to a developer of everybody being in the same ecosystem.
    network_strength = 2.0 in 0.0 ..= 8.0, likely 0.0 to 5.0, "utils", J "Above the tipping point of Brock & Durlauf (2001) one standard wins";
    /// Developers: users
    ///
    /// Utility to a developer of a company having all users.
    developer_users = 1.0 in 0.0 ..= 4.0, likely 0.5 to 2.0, "utils", J "Two-sided platforms: Rochet & Tirole (2003) give the form";
    /// Multi-homing
    ///
    /// Share of developers who work with several ecosystems; it weakens the network effect.
    multi_homing = 0.5 in 0.0 ..= 1.0, likely 0.2 to 0.8, "share", V "a16z (2026): 81 % of CIOs run three or more model families";
    /// Developers' re-choice
    ///
    /// Rate at which developers reconsider their ecosystem.
    developer_rechoice = 2.0 in 0.1 ..= 12.0, likely 0.5 to 6.0, "per year", J "TensorFlow to PyTorch, 1.2 logits a year (Horace He)";
    /// Standard threshold
    ///
    /// Developer share that, held for a year, makes an ecosystem the de-facto standard.
    standard_threshold = 0.6 in 0.4 ..= 0.95, likely 0.5 to 0.75, "share", J "PyTorch and Android passed it as they became the standard";
}
"Investors" {
    /// Intensity of choice
    ///
    /// How eagerly investors switch to the rule that paid: below 2.4 the narrative fades, above it a bubble persists, above 3.33 it booms and busts.
    intensity_of_choice = 1.5 in 0.0 ..= 6.0, likely 1.0 to 4.0, "–", M "Brock & Hommes (1998)";
    /// Gross return
    ///
    /// Gross return per quarter in investors' rule; not a calibrated discount rate.
    gross_return = 1.1 in 1.01 ..= 1.3, likely 1.05 to 1.15, "×/quarter", M "Brock & Hommes (1998)";
    /// Trend gain
    ///
    /// How strongly trend followers extrapolate.
    trend_gain = 1.2 in 1.0 ..= 1.6, likely 1.1 to 1.4, "×", M "Brock & Hommes (1998)";
    /// Cost of fundamentals
    ///
    /// What it costs an investor to know the fundamental value.
    fundamentalist_cost = 1.0 in 0.0 ..= 3.0, likely 0.5 to 1.5, "–", M "Brock & Hommes (1998)";
    /// Risk weight
    ///
    /// Inverse of risk aversion times variance in realised profits.
    risk_weight = 1.0 in 0.1 ..= 3.0, likely 0.5 to 2.0, "–", M "Brock & Hommes (1998)";
    /// Narrative into price
    ///
    /// Log mispricing per unit of the market's deviation.
    narrative_effect = 0.35 in 0.0 ..= 1.0, likely 0.2 to 0.5, "log", J "Not calibrated";
    /// Narrative noise
    ///
    /// Standard deviation of quarterly news to the market's deviation.
    narrative_noise = 0.08 in 0.0 ..= 0.5, likely 0.04 to 0.15, "–", J "Not calibrated";
    /// Persistence of mispricing
    ///
    /// Monthly persistence of one company's mispricing.
    mispricing_persistence = 0.95 in 0.0 ..= 0.995, likely 0.9 to 0.98, "per month", J "Not calibrated";
    /// Noise of mispricing
    ///
    /// Monthly standard deviation of one company's mispricing.
    mispricing_noise = 0.03 in 0.0 ..= 0.2, likely 0.02 to 0.06, "log", J "Not calibrated";
    /// Reaction to opening
    ///
    /// Jump of log mispricing when a company opens its model.
    opening_reaction = 0.0037 in -0.1 ..= 0.1, likely -0.016 to 0.016, "log", V "Research Policy (2026): mean +0.37 % of 2,693 releases; Alexy: ±1.6 % with and without a revenue model";
    /// Reaction to a rival's breakthrough
    ///
    /// Jump of log mispricing of a fully exposed company when a rival shows ten times better efficiency.
    shock_reaction = -0.17 in -0.5 ..= 0.0, likely -0.25 to -0.05, "log", V "Nvidia, 27 January 2025: −16.9 %";
    /// Reaction to spending
    ///
    /// Jump of log mispricing when investors notice that a company spends more on research than it earns.
    capex_reaction = -0.11 in -0.4 ..= 0.0, likely -0.17 to -0.05, "log", V "Meta, 30 October 2025: −11 %";
    /// Verification by metrics
    ///
    /// How much one publication of verifiable metrics lowers the cost of knowing the fundamental value.
    verification_effect = 0.15 in 0.0 ..= 1.0, likely 0.05 to 0.3, "share", J "Not calibrated";
}
"Safety" {
    /// Incidents at the start
    ///
    /// Attributable, notable incidents per year at the initial use.
    incident_rate = 36.0 in 0.0 ..= 200.0, likely 18.0 to 72.0, "per year", J "A tenth of the 362 reports of 2025 (AI Incident Database)";
    /// Cost of a safety gap
    ///
    /// Log increase of the incident rate per doubling by which capability outruns safety.
    gap_effect = 0.35 in 0.0 ..= 1.5, likely 0.15 to 0.6, "per doubling", J "No empirical link exists";
    /// Open weights and incidents
    ///
    /// Relative increase of the incident rate when weights are open.
    open_incidents = 0.5 in 0.0 ..= 3.0, likely 0.0 to 1.0, "×", J "Contested";
    /// Contagion
    ///
    /// Expected number of further incidents that one serious incident provokes.
    incident_contagion = 0.3 in 0.0 ..= 0.9, likely 0.0 to 0.7, "–", J "Hawkes (1971) gives the form, not the value";
    /// Contagion decay
    ///
    /// Rate at which the excitation after an incident fades.
    contagion_decay = 4.0 in 0.5 ..= 24.0, likely 2.0 to 12.0, "per year", J "Hawkes (1971) gives the form, not the value";
    /// Serious incidents
    ///
    /// Share of incidents that are serious.
    serious_probability = 0.09 in 0.0 ..= 0.4, likely 0.045 to 0.18, "share", J "Not calibrated";
    /// Severe incidents
    ///
    /// Share of incidents that are severe.
    severe_probability = 0.01 in 0.0 ..= 0.1, likely 0.005 to 0.02, "share", J "Not calibrated";
    /// Catastrophes
    ///
    /// Chance that a severe incident is a catastrophe, which ends the race: agents everywhere are withdrawn for good. At 0 there are none.
    catastrophe_probability = 0.0 in 0.0 ..= 0.2, likely 0.0 to 0.05, "per severe incident", J "No precedent, and no data that could settle it: an option, off unless asked for";
    /// Trust level
    ///
    /// Level to which trust returns without incidents.
    trust_level = 0.6 in 0.1 ..= 0.95, likely 0.4 to 0.8, "0–1", J "Surveys";
    /// Trust recovery
    ///
    /// Time in which trust recovers by two thirds.
    trust_recovery = 0.75 in 0.1 ..= 5.0, likely 0.4 to 1.5, "years", J "Not calibrated";
    /// Trust lost: serious
    ///
    /// Trust lost by a company with each serious incident.
    trust_loss_serious = 0.004 in 0.0 ..= 0.05, likely 0.002 to 0.008, "0–1", J "Not calibrated";
    /// Trust lost: severe
    ///
    /// Trust lost by a company with each severe incident; each other company loses a third of it divided by the number of companies.
    trust_loss_severe = 0.15 in 0.0 ..= 0.6, likely 0.08 to 0.3, "0–1", J "Not calibrated";
    /// Concern memory
    ///
    /// Time in which public concern fades by two thirds.
    concern_memory = 0.75 in 0.1 ..= 5.0, likely 0.4 to 1.5, "years", J "Not calibrated";
    /// Concern: serious
    ///
    /// Public concern added by each serious incident.
    concern_serious = 0.004 in 0.0 ..= 0.05, likely 0.002 to 0.008, "0–1", J "Not calibrated";
    /// Concern: severe
    ///
    /// Public concern added by each severe incident.
    concern_severe = 0.12 in 0.0 ..= 0.6, likely 0.06 to 0.24, "0–1", J "Not calibrated";
    /// Enmity
    ///
    /// How much worse a company finds a rival's safe win than its own.
    enmity = 0.5 in 0.05 ..= 1.0, likely 0.2 to 1.0, "0–1", J "Armstrong, Bostrom & Shulman (2016)";
    /// Importance of capability
    ///
    /// How much capability rather than risk-taking decides the race.
    capability_importance = 1.0 in 0.05 ..= 5.0, likely 0.5 to 2.0, "–", J "Armstrong, Bostrom & Shulman (2016)";
    /// Largest safety share
    ///
    /// Share of R&D that goes to safety when nobody races.
    safety_share_max = 0.2 in 0.0 ..= 0.4, likely 0.1 to 0.3, "share of R&D", J "Not disclosed by any lab";
}
"Regulation" {
    /// Stringency at the start
    ///
    /// Regulation in force in the first month, from none to full.
    regulation_start = 0.15 in 0.0 ..= 0.95, likely 0.05 to 0.5, "0–1", J "EU AI Act: duties since August 2025";
    /// New rules without concern
    ///
    /// Expected new rules per year when the public is calm.
    regulation_hazard = 0.1 in 0.0 ..= 2.0, likely 0.05 to 0.3, "per year", J "Not calibrated";
    /// New rules from concern
    ///
    /// Expected new rules per year at a concern of one; it grows with the square.
    regulation_concern = 2.0 in 0.0 ..= 10.0, likely 1.0 to 4.0, "per year", J "Not calibrated";
    /// Size of a rule
    ///
    /// Share of the remaining freedom that one new rule takes.
    regulation_jump = 0.15 in 0.0 ..= 0.6, likely 0.08 to 0.3, "share", J "Not calibrated";
    /// Slowdown
    ///
    /// Part of capability growth that full regulation costs.
    regulation_slowdown = 0.35 in 0.0 ..= 1.0, likely 0.15 to 0.6, "share", J "Not calibrated";
    /// Incidents prevented
    ///
    /// Part of incidents that full regulation prevents.
    regulation_prevention = 0.6 in 0.0 ..= 1.0, likely 0.3 to 0.8, "share", J "Not calibrated";
    /// Required safety share
    ///
    /// Share of R&D that full regulation requires for safety.
    regulation_safety_share = 0.2 in 0.0 ..= 0.5, likely 0.1 to 0.3, "share of R&D", J "Not calibrated";
    /// Launch delay
    ///
    /// Relative delay of launches under full regulation.
    regulation_delay = 2.0 in 0.0 ..= 6.0, likely 1.0 to 4.0, "×", J "Not calibrated";
}
"Play of rivals" {
    /// How companies decide
    ///
    /// By the rules of their strategy, or by quantal response: better moves are likelier, not certain. In a game they may also look ahead: one after another, the most valuable first, they take the best of six moves in 32 short futures.
    rivals = 0.0 in 0.0 ..= 2.0, likely 0.0 to 1.0, "mode" of ["by rule", "quantal response", "looking ahead"], M "McKelvey & Palfrey (1995)";
    /// Rationality
    ///
    /// Precision of quantal response: 0 is random, large is always the best move.
    rationality = 3.0 in 0.0 ..= 20.0, likely 1.0 to 10.0, "–", J "Laboratory games of McKelvey & Palfrey (1995)";
    /// Rate of surprises
    ///
    /// Multiplies the hazards of all chance events except leaks, incidents and rules.
    surprise_rate = 1.0 in 0.0 ..= 5.0, likely 0.0 to 2.0, "×", J "Scenario lever";
}
}}
