//! What is withheld stays withheld, in every file.

use super::made;
use crate::year::print::Place;
use crate::year::publish::withholding::{self, Past};

#[test]
fn a_citys_sheet_is_proved_and_keeps_its_main_figures() {
    let sheet = made::sheet(2025, 16, 2, 7);
    let start = std::time::Instant::now();
    let public = withholding::public(&sheet, &[]);
    println!(
        "{:?}: {} places, {} held, {} weak",
        start.elapsed(),
        public.places.cells.len(),
        public.held.len(),
        public.weak.len()
    );
    for weak in &public.weak {
        println!("weak {weak:?}");
    }
    for held in public.held.iter().filter(|held| held.name.1.is_none()) {
        println!(
            "held {} {} {} {:?}",
            held.name.0, held.name.2, held.value, held.why
        );
    }
    assert_eq!(public.exposed().count(), 0, "{:?}", public.weak);
    let known = ("inc.known".to_owned(), None, 2025);
    assert!(matches!(
        public.places.cells.get(&known),
        Some(Place::Shown(_))
    ));
}

#[test]
fn nothing_new_changes_nothing() {
    let sheet = made::sheet(2025, 6, 3, 3);
    let first = withholding::public(&sheet, &[]);
    let past: Vec<Past> = first.added.clone();
    let again = withholding::public(&sheet, &past);
    assert!(again.added.is_empty());
    for (name, place) in &first.places.cells {
        let now = again.places.cells.get(name).unwrap();
        assert_eq!(
            matches!(place, Place::Shown(_)),
            matches!(now, Place::Shown(_)),
            "{name:?}"
        );
    }
}
