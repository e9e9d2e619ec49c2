//! TABLE: the works and observations that sources name, in full, and the links that lead from a source to them.

use super::Section;
use super::html::escape;
use crate::sim::SECTORS;

/// Something a source names.
pub(super) struct Work {
    /// Its anchor.
    pub id: &'static str,
    /// How sources name it.
    pub names: &'static [&'static str],
    /// What to look for.
    pub full: &'static str,
}

macro_rules! works {
    ($($id:literal: $($name:literal)|+ => $full:literal;)+) => {
        /// Every work, by author; then what was observed, reported or published outside the literature.
        pub(super) const WORKS: &[Work] = &[$(Work { id: $id, names: &[$($name),+], full: $full }),+];
    };
}

works! {
    "acquisti": "Acquisti et al. (2006)" => "Acquisti, Friedman & Telang (2006), Is there a cost to privacy breaches? An event study, ICIS 2006";
    "aghion": "Aghion et al. (2005)" | "Aghion, Bloom, Blundell, Griffith & Howitt (2005)" => "Aghion, Bloom, Blundell, Griffith & Howitt (2005), Competition and innovation: an inverted-U relationship, Quarterly Journal of Economics 120:701";
    "alexy": "Alexy" => "Alexy, event study of 38 announcements by 30 firms that they release the source code of a product: +1.6 % with a stated revenue model, −1.6 % without";
    "alfarano": "Alfarano, Lux & Wagner (2008)" => "Alfarano, Lux & Wagner (2008), Time variation of higher moments in a financial market with heterogeneous agents, Journal of Economic Dynamics and Control 32:101";
    "anderson": "Anderson, de Palma & Thisse (1992)" => "Anderson, de Palma & Thisse (1992), Discrete Choice Theory of Product Differentiation, MIT Press";
    "armstrong-2006": "Armstrong (2006)" => "Armstrong (2006), Competition in two-sided markets, RAND Journal of Economics 37:668";
    "armstrong-2016": "Armstrong, Bostrom & Shulman (2016)" => "Armstrong, Bostrom & Shulman (2016), Racing to the precipice: a model of artificial intelligence development, AI & Society 31:201";
    "arthur": "Arthur (1989)" => "Arthur (1989), Competing technologies, increasing returns, and lock-in by historical events, Economic Journal 99:116";
    "bass": "Bass (1969)" => "Bass (1969), A new product growth for model consumer durables, Management Science 15:215";
    "brock-durlauf": "Brock & Durlauf (2001)" => "Brock & Durlauf (2001), Discrete choice with social interactions, Review of Economic Studies 68:235";
    "brock-hommes": "Brock & Hommes (1998)" => "Brock & Hommes (1998), Heterogeneous beliefs and routes to chaos in a simple asset pricing model, Journal of Economic Dynamics and Control 22:1235";
    "campbell": "Campbell et al. (2003)" => "Campbell, Gordon, Loeb & Zhou (2003), The economic cost of publicly announced information security breaches: empirical evidence from the stock market, Journal of Computer Security 11:431";
    "casadesus": "Casadesus-Masanell & Ghemawat (2006)" => "Casadesus-Masanell & Ghemawat (2006), Dynamic mixed duopoly: a model motivated by Linux vs. Windows, Management Science 52:1072";
    "cohen-levinthal": "Cohen & Levinthal (1989)" => "Cohen & Levinthal (1989), Innovation and learning: the two faces of R&D, Economic Journal 99:569";
    "daspremont": "d'Aspremont & Jacquemin (1988)" => "d’Aspremont & Jacquemin (1988), Cooperative and noncooperative R&D in duopoly with spillovers, American Economic Review 78:1133";
    "demirer": "Demirer et al." => "Demirer et al., NBER working paper on prices and quantities of tokens at OpenRouter";
    "dixit-pindyck": "Dixit & Pindyck (1994)" => "Dixit & Pindyck (1994), Investment under Uncertainty, Princeton University Press";
    "economides": "Economides & Katsamakas (2006)" => "Economides & Katsamakas (2006), Two-sided competition of proprietary vs. open source technology platforms, Management Science 52:1057; known by its abstract";
    "fudenberg-tirole": "Fudenberg & Tirole (1985)" => "Fudenberg & Tirole (1985), Preemption and rent equalization in the adoption of new technology, Review of Economic Studies 52:383";
    "garwood": "Garwood (1936)" => "Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28:437";
    "govai": "GovAI (2022)" | "GovAI, 2022" => "Stafford, Trager & Dafoe (2022), Safety not guaranteed: international strategic dynamics of risky technology races, Centre for the Governance of AI; known by its abstract";
    "han": "Han, Pereira, Santos & Lenaerts (2020)" => "Han, Pereira, Santos & Lenaerts (2020), To regulate or not: a social dynamics analysis of an idealised AI race, Journal of Artificial Intelligence Research 69, arXiv 1907.12393";
    "hausman": "Hausman, Hall & Griliches (1984)" => "Hausman, Hall & Griliches (1984), Econometric models for count data with an application to the patents–R&D relationship, Econometrica 52:909";
    "hawkes": "Hawkes (1971)" => "Hawkes (1971), Spectra of some self-exciting and mutually exciting point processes, Biometrika 58:83";
    "ho": "Ho et al. (2024)" => "Ho et al. (2024), Algorithmic progress in language models, arXiv 2403.05812";
    "hofbauer": "Hofbauer & Sigmund (1998)" => "Hofbauer & Sigmund (1998), Evolutionary Games and Population Dynamics, Cambridge University Press";
    "huisman": "Huisman & Kort (1999)" => "Huisman & Kort (1999), Effects of strategic interactions on the option value of waiting, Tilburg University";
    "jensen": "Jensen et al. (2023)" => "Jensen, Emery-Xu & Trager (2023), Industrial policy for advanced AI: compute pricing and the safety tax, arXiv 2302.11436";
    "josang": "Jøsang & Ismail (2002)" => "Jøsang & Ismail (2002), The beta reputation system, Bled Electronic Commerce Conference";
    "katz-shapiro": "Katz & Shapiro (1985)" => "Katz & Shapiro (1985), Network externalities, competition, and compatibility, American Economic Review 75:424";
    "kirman": "Kirman (1993)" => "Kirman (1993), Ants, rationality, and recruitment, Quarterly Journal of Economics 108:137";
    "klette": "Klette & Kortum (2004)" => "Klette & Kortum (2004), Innovating firms and aggregate innovation, Journal of Political Economy 112:986";
    "lee-wilde": "Lee & Wilde (1980)" => "Lee & Wilde (1980), Market structure and innovation: a reformulation, Quarterly Journal of Economics 94:429";
    "loury": "Loury (1979)" => "Loury (1979), Market structure and innovation, Quarterly Journal of Economics 93:395";
    "mansfield": "Mansfield (1985)" => "Mansfield (1985), How rapidly does new industrial technology leak out?, Journal of Industrial Economics 34:217";
    "mcfadden": "McFadden (1974)" => "McFadden (1974), Conditional logit analysis of qualitative choice behavior, in Frontiers in Econometrics";
    "mckelvey-palfrey": "McKelvey & Palfrey (1995)" => "McKelvey & Palfrey (1995), Quantal response equilibria for normal form games, Games and Economic Behavior 10:6";
    "mladenovic": "Mladenovic, Courville & Gidel (2026)" => "Mladenovic, Courville & Gidel (2026), Why open source? A game-theoretic analysis of the AI race, arXiv 2604.16227; known by its abstract";
    "nelson-phelps": "Nelson & Phelps (1966)" => "Nelson & Phelps (1966), Investment in humans, technological diffusion, and economic growth, American Economic Review 56:69";
    "norton-bass": "Norton & Bass (1987)" => "Norton & Bass (1987), A diffusion theory model of adoption and substitution for successive generations of high-technology products, Management Science 33:1069";
    "research-policy": "Research Policy (2026)" => "Event study of 2,693 open-source releases by 108 public firms, 2012–20, Research Policy (2026): +0.37 % on average, more with proprietary complements";
    "robinson": "Robinson (1951)" => "Robinson (1951), An iterative method of solving a game, Annals of Mathematics 54:296";
    "rochet-tirole": "Rochet & Tirole (2003)" => "Rochet & Tirole (2003), Platform competition in two-sided markets, Journal of the European Economic Association 1:990";
    "sahal": "Sahal (1979)" => "Sahal (1979), A theory of progress functions, AIIE Transactions 11:23";
    "sultan": "Sultan, Farley & Lehmann (1990)" => "Sultan, Farley & Lehmann (1990), A meta-analysis of applications of diffusion models, Journal of Marketing Research 27:70";
    "taylor-jonker": "Taylor & Jonker (1978)" => "Taylor & Jonker (1978), Evolutionarily stable strategies and game dynamics, Mathematical Biosciences 40:145";
    "weeds": "Weeds (2002)" => "Weeds (2002), Strategic delay in a real options model of R&D competition, Review of Economic Studies 69:729";
    "wellman": "Wellman (2006)" => "Wellman (2006), Methods for empirical game-theoretic analysis, AAAI 2006";
    "wright": "Wright (1936)" => "Wright (1936), Factors affecting the cost of airplanes, Journal of the Aeronautical Sciences 3:122";
    "a16z-prices": "a16z" => "Andreessen Horowitz on the price of a fixed capability: a tenth each year";
    "a16z-survey": "a16z (2026)" => "Andreessen Horowitz (2026), survey of 100 chief information officers of the Global 2000";
    "ai-act": "EU AI Act" | "EU's AI Act (2024)" => "Regulation (EU) 2024/1689, the AI Act: duties for general-purpose models since 2 August 2025, enforced from 2 August 2026, fines up to 3 % of turnover in article 101";
    "ai-index": "AI Incident Database" | "AI Index" => "AI Incident Database: 233 incidents in 2024, 362 in 2025, as the AI Index of 2025 and of 2026 counts them";
    "alpaca": "Alpaca (2023)" => "Stanford’s Alpaca, 13 March 2023: made from LLaMA with 52,000 instructions for less than $600";
    "alphabet": "Alphabet, 8 Feb 2023" => "Market data: Alphabet fell 7.7 % on 8 February 2023, after an error in a demonstration of Bard";
    "btos": "Census BTOS" => "US Census Bureau, Business Trends and Outlook Survey, December 2025 to May 2026";
    "claude-code": "Claude Code (2026)" | "Claude Code source map, March 2026" => "Claude Code 2.1.88, 31 March 2026: a source map published by mistake showed about 512,000 lines; mirrored within four hours, rewritten within a day; several press reports";
    "deepseek": "DeepSeek (2025)" => "DeepSeek-R1, 20 January 2025: release, and press reports of what it cost and of whom it had learned from";
    "epoch-budgets": "Epoch (January 2025)" => "Epoch AI, January 2025: budgets of notable models grew 2–3× a year, their training compute 4.6×";
    "epoch-lag": "Epoch (October 2025)" | "Epoch data insight of 30 October 2025" | "Epoch, update of May 2026" | "Epoch report of 4 November 2024" => "Epoch AI on open models behind closed ones: report of 4 November 2024, data insight of 30 October 2025, update of May 2026";
    "epoch-prices": "Epoch (12 March 2025)" => "Epoch AI, data insight of 12 March 2025: prices of a fixed capability fall 9 to 900 times a year, median 50";
    "licence-changes": "Licence changes of 2018–23" => "MongoDB (2018), Elastic (2021) and HashiCorp (2023) narrowed the licences of what had been open source";
    "licences": "Published licences" => "The licences under which language models were published until 2026";
    "list-prices": "list prices of 2025–26" => "List prices of subscriptions to AI assistants: $20 and $200 a month";
    "llama": "LLaMA (2023)" | "LLaMA, March 2023" | "LLaMA, February to March 2023" => "LLaMA: released to researchers on 24 February 2023, on BitTorrent by 3 March; takedown notices from 20 March";
    "llama-2": "Llama 2, July 2023" => "Llama 2: weights published by Meta on 18 July 2023";
    "menlo": "Menlo" => "Menlo Ventures, surveys of enterprise spending, as reported: open weights 11–13 %, 19 % in 2024";
    "meta-agent": "Meta's internal agent, March 2026" => "Press reports of an incident at Meta in March 2026: an internal agent exposed data for two hours";
    "meta-shares": "Meta, 30 October 2025" => "Market data: Meta fell 11 % on 30 October 2025, after it announced more capital spending";
    "metr": "METR TH1.1" | "METR, Time Horizon 1.1 (29 January 2026)" | "METR" => "METR, Time Horizon 1.1, 29 January 2026: estimates, release dates and trends; and its logistic success curve";
    "metr-domains": "METR (July 2025)" => "METR, 14 July 2025: time horizons in other domains; visual computer use 40 to 100 times shorter";
    "miqu": "Miqu (2024)" => "Miqu: weights of a model by Mistral, public without its consent in January 2024; press reports";
    "novelai": "NovelAI (2022)" => "NovelAI: code and weights public after a break-in in October 2022; press reports";
    "nvidia": "Nvidia, 27 January 2025" => "Market data: Nvidia fell 16.9 %, about $590 billion, on 27 January 2025";
    "pause": "Future of Life Institute, 2023" => "Future of Life Institute, 22 March 2023, Pause giant AI experiments: an open letter";
    "press": "press reports of 2025–26" => "Press reports of 2025 and 2026 on budgets, rounds, margins, valuations and hiring of AI laboratories; primary documents could not be read";
    "stack-overflow": "Stack Overflow" => "Stack Overflow, developer surveys of 2023, 2024 and 2025";
    "atom": "ATOM report" => "ATOM report, arXiv 2604.07190, on derivatives and downloads of open models";
    "datadog": "Datadog" => "Datadog, reports on containers of October 2017, 2018 and 2019";
    "gartner": "Gartner" | "worldwide smartphone sales" => "Gartner, worldwide smartphone sales by operating system, as commonly quoted";
    "horace-he": "Horace He" => "Horace He, The state of machine learning frameworks in 2019, The Gradient, October 2019";
    "papers-with-code": "Papers with Code" => "Papers with Code, shares of frameworks among papers with code, 2020";
    "pytorch-conferences": "EMNLP, ACL and ICLR 2021" => "Counts of papers at EMNLP, ACL and ICLR 2021 that name PyTorch: more than 80 %";
}

/// The list of works.
pub(super) fn section() -> Section {
    let item = |work: &Work| format!("<li id=\"work-{}\">{}</li>\n", work.id, escape(work.full));
    let items: String = WORKS.iter().map(item).collect();
    let html = format!(
        "<p>What the sources on this page name. Where something is known by its abstract, or from what others report, that is said.</p>\n<ul class=\"works\">\n{items}</ul>\n"
    );
    Section::new("works", "The evidence", "Works and data", html)
}

/// A source in which the works it names, and the sections it names in quotation marks, are links.
pub(super) fn cited(source: &str) -> String {
    let mut html = String::new();
    let mut rest = source;
    while !rest.is_empty() {
        match named(rest) {
            Some((name, anchor)) => {
                html += &format!("<a href=\"#{anchor}\">{}</a>", escape(name));
                rest = &rest[name.len()..];
            }
            None => {
                let end = rest.char_indices().nth(1).map_or(rest.len(), |(at, _)| at);
                html += &escape(&rest[..end]);
                rest = &rest[end..];
            }
        }
    }
    html
}

/// The longest name that a text begins with, and what it leads to.
fn named(text: &str) -> Option<(&str, String)> {
    if let Some(quoted) = text.strip_prefix('“') {
        let (title, _) = quoted.split_once('”')?;
        let anchor = section_named(title)?;
        return Some((&text[..title.len() + "“”".len()], anchor));
    }
    let names = WORKS
        .iter()
        .flat_map(|w| w.names.iter().map(move |name| (name, w.id)));
    let (length, id) = names
        .filter_map(|(name, id)| Some((begins(text, name)?, id)))
        .max_by_key(|(length, _)| *length)?;
    Some((&text[..length], format!("work-{id}")))
}

/// How much of the beginning of a text is this name; within brackets a year stands behind a comma.
fn begins(text: &str, name: &str) -> Option<usize> {
    if text.starts_with(name) {
        return Some(name.len());
    }
    let (author, year) = name.strip_suffix(')')?.split_once(" (")?;
    let rest = text.strip_prefix(author)?.strip_prefix(", ")?;
    rest.starts_with(year)
        .then(|| author.len() + ", ".len() + year.len())
}

/// The anchor of a section that sources may name.
fn section_named(title: &str) -> Option<String> {
    const OTHERS: [(&str, &str); 4] = [
        ("Parameters", "parameters"),
        ("Companies", "companies"),
        ("Back-casts", "back-casts"),
        ("The order of the month", "month"),
    ];
    let sector = SECTORS.iter().find(|s| s.name == title);
    let other = OTHERS.iter().find(|(name, _)| *name == title);
    sector
        .map(|s| format!("sector-{}", s.file))
        .or_else(|| other.map(|(_, id)| id.to_string()))
}
