//! Shows what is found in each line of standard input, with place, strength and reasons.

use detect::{Detector, Options};

fn main() {
    let detector = Detector::new(Options::default());
    for line in std::io::stdin().lines().map_while(Result::ok) {
        println!("{line}");
        for f in detector.find(&line).iter() {
            let text = line.get(f.span.clone()).unwrap_or("");
            println!(
                "    {} {} {} {text:?} {:?}",
                f.kind.name(),
                f.category.name(),
                f.strength.name(),
                f.reasons
            );
        }
    }
}
