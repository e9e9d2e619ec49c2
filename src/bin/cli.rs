use after_the_leak::num::*;
use after_the_leak::sim::*;
fn main() {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let mut s = Scenario::named(&names[0]).unwrap();
    for w in &names[1..] {
        let (k, v) = w.split_once('=').unwrap();
        for n in s.set(k, v) {
            println!("{n}");
        }
    }
    let wish = Wish::everything();
    let t = std::time::Instant::now();
    let n = 400;
    let mut acc: std::collections::BTreeMap<(usize, usize, usize), f64> = Default::default();
    let traces: Vec<_> = (0..n / 8).map(|b| run_lanes(&s, b * 8, &wish)).collect();
    println!(
        "{} futures {:?}, {:.0}/s",
        n,
        t.elapsed(),
        n as f64 / t.elapsed().as_secs_f64()
    );
    let _ = &mut acc;
    for row in metrics::METRICS {
        println!("{}", row.id);
        for i in 0..row.metric.series(s.companies.len()) {
            let mut line = String::new();
            for m in [0, 6, 12, 24, 36, 48, 60, 72, 96] {
                if m > s.months() as usize {
                    continue;
                }
                let mut sum = 0.0;
                for tr in &traces {
                    let v = tr.series(row.metric, i).unwrap()[m];
                    for k in 0..8 {
                        sum += v.lane(k);
                    }
                }
                line += &format!("{:10.3}", sum / n as f64);
            }
            println!("   {i} {line}");
        }
    }
    let t = std::time::Instant::now();
    for f in 0..50 {
        let tr: Trace<f64> = run(&s, f, &wish);
        std::hint::black_box(tr);
    }
    println!("scalar {:.0}/s", 50.0 / t.elapsed().as_secs_f64());
    let w1 = Wish::of(&[Metric::Valuation, Metric::DeveloperShare]);
    let t = std::time::Instant::now();
    for b in 0..100 {
        std::hint::black_box(run_lanes(&s, b * 8, &w1));
    }
    println!(
        "lanes, two metrics {:.0}/s",
        800.0 / t.elapsed().as_secs_f64()
    );
    let t = std::time::Instant::now();
    for b in 0..100 {
        let tr: Trace<f64> = run(&s, b, &w1);
        std::hint::black_box(tr);
    }
    println!(
        "scalar, two metrics {:.0}/s",
        100.0 / t.elapsed().as_secs_f64()
    );
}
