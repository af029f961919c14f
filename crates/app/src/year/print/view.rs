//! Who reads decides what is there: every cell is asked for here and nowhere else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kit::words::{Lang, Texts, Tongue};

use super::numbers;
use crate::base::Letterhead;
use crate::base::organisation::ControllerId;
use crate::year::sheet::{
    self, Approval, Board, Cell, Erratum, Paragraph, Sheet, SheetFigure, SheetSection, Unit,
    Visibility,
};

/// What the public version does with a cell. Values are rounded as they are published, errata included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    Shown(f64),
    /// About few people, or it would give such a count back.
    Withheld(f64),
    NotAvailable,
    /// Internal by choice.
    Internal(f64),
}

/// A cell's name: figure, board (`None` is the whole) and year.
pub type CellName = (String, Option<ControllerId>, i32);

/// What the public version shows of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Places {
    pub cells: BTreeMap<CellName, Place>,
    /// Errata (by their place in the sheet) whose old and new values may both be printed.
    pub errata: BTreeSet<usize>,
    /// The same of the corrections of earlier years ([`Sheet::before`]).
    pub before: BTreeSet<usize>,
}

/// The installation as the sheet names it.
#[derive(Clone, Debug)]
pub struct House {
    /// Its day is that of publication, or of printing inside.
    pub letterhead: Letterhead,
    /// Where the public pages are, without a slash at the end.
    pub address: String,
    /// Short form of the signing key.
    pub fingerprint: String,
}

/// Cells by figure, board and year.
type Index<'a> = HashMap<(&'a str, Option<ControllerId>, i32), (Place, &'a Cell)>;

/// A sheet with the eyes of one kind of reader.
pub struct View<'a> {
    pub sheet: &'a Sheet,
    /// Whether internal and withheld content is shown, marked as such.
    pub inside: bool,
    places: &'a Places,
    cells: Index<'a>,
    years: Vec<i32>,
}

impl<'a> View<'a> {
    pub fn new(sheet: &'a Sheet, places: &'a Places, inside: bool) -> View<'a> {
        let mut cells = Index::new();
        for figure in sheet.figures() {
            for cell in &figure.cells {
                let key = figure.def.key.as_str();
                let name = (figure.def.key.clone(), cell.board, cell.year);
                let place = places
                    .cells
                    .get(&name)
                    .copied()
                    .unwrap_or(Place::NotAvailable);
                cells.insert((key, cell.board, cell.year), (place, cell));
            }
        }
        let mut view = View {
            sheet,
            inside,
            places,
            cells,
            years: Vec::new(),
        };
        view.years = view.seen_years();
        view
    }

    /// What the public version does with the cell; a cell nobody knows is not available.
    pub fn place(&self, figure: &SheetFigure, board: Option<ControllerId>, year: i32) -> Place {
        let known = self.cells.get(&(figure.def.key.as_str(), board, year));
        known.map_or(Place::NotAvailable, |(place, _)| *place)
    }

    /// The value this reader sees.
    pub fn value(
        &self,
        figure: &SheetFigure,
        board: Option<ControllerId>,
        year: i32,
    ) -> Option<f64> {
        match self.place(figure, board, year) {
            Place::Shown(value) => Some(value),
            Place::Withheld(value) | Place::Internal(value) if self.inside => Some(value),
            _ => None,
        }
    }

    pub fn cell(
        &self,
        figure: &SheetFigure,
        board: Option<ControllerId>,
        year: i32,
    ) -> Option<&'a Cell> {
        let known = self.cells.get(&(figure.def.key.as_str(), board, year));
        known.map(|(_, cell)| *cell)
    }

    /// The cell as a table shows it, with its marks. Outside, withheld and empty look alike
    /// (reviews.md §5.6).
    pub fn text(
        &self,
        w: &Tongue,
        figure: &SheetFigure,
        board: Option<ControllerId>,
        year: i32,
    ) -> String {
        let Some(value) = self.value(figure, board, year) else {
            return self.nothing(w);
        };
        let mut text = numbers::shown(w, figure.def.unit, value);
        if let Some(cell) = self.cell(figure, board, year) {
            let corrected = self.corrected(&figure.def.key, board, year);
            let marks = [
                (cell.entered, '*'),
                (cell.incomplete, '†'),
                (corrected, '‡'),
            ];
            text.extend(
                marks
                    .into_iter()
                    .filter(|(is, _)| *is)
                    .map(|(_, mark)| mark),
            );
        }
        match self.place(figure, board, year) {
            Place::Withheld(_) | Place::Internal(_) => format!("[{text}]"),
            _ => text,
        }
    }

    fn corrected(&self, key: &str, board: Option<ControllerId>, year: i32) -> bool {
        let mut errata = self.sheet.errata.iter().chain(&self.sheet.before);
        errata.any(|one| one.key == key && one.board == board && one.year == year)
    }

    /// The corrections of the sheet itself; of each, whether this reader sees both values.
    pub fn errata(&self) -> impl Iterator<Item = (&'a Erratum, bool)> {
        self.told(&self.sheet.errata, &self.places.errata)
    }

    /// The corrections of earlier years whose new values the sheet carries, in the same way.
    pub fn before(&self) -> impl Iterator<Item = (&'a Erratum, bool)> {
        self.told(&self.sheet.before, &self.places.before)
    }

    fn told(
        &self,
        errata: &'a [Erratum],
        shown: &'a BTreeSet<usize>,
    ) -> impl Iterator<Item = (&'a Erratum, bool)> {
        let inside = self.inside;
        let all = errata.iter().enumerate();
        all.map(move |(at, one)| (one, inside || shown.contains(&at)))
    }

    /// What stands where no value is seen.
    pub fn nothing(&self, w: &Tongue) -> String {
        if self.inside {
            w.t("open-missing-inside")
        } else {
            w.t("open-missing")
        }
    }

    /// The change from the year before: only where both values are seen, so that it tells nothing new, and
    /// never from or to a sum over some boards only.
    pub fn change(&self, w: &Tongue, figure: &SheetFigure, board: Option<ControllerId>) -> String {
        let year = self.sheet.year;
        let whole = |year| {
            let cell = self.cell(figure, board, year)?;
            let value = self.value(figure, board, year)?;
            (!cell.incomplete).then_some(value)
        };
        match whole(year - 1).zip(whole(year)) {
            Some((before, now)) if figure.def.unit != Unit::Date => {
                numbers::change(w, figure.def.unit, before, now)
            }
            _ => self.nothing(w),
        }
    }

    /// The years of which this reader sees a value of the whole, oldest first, the sheet's own always.
    pub fn years(&self) -> &[i32] {
        &self.years
    }

    fn seen_years(&self) -> Vec<i32> {
        let this = self.sheet.year;
        let seen = |year: &i32| {
            let mut figures = self.sheet.figures();
            *year == this || figures.any(|figure| self.value(figure, None, *year).is_some())
        };
        (this - 4..=this).filter(seen).collect()
    }

    pub fn sections(&self) -> impl Iterator<Item = &'a SheetSection> {
        let inside = self.inside;
        let all = self.sheet.sections.iter();
        all.filter(move |section| inside || section.visibility == Visibility::Public)
    }

    pub fn paragraphs(&self, section: &'a SheetSection) -> impl Iterator<Item = &'a Paragraph> {
        let inside = self.inside;
        let all = section.paragraphs.iter();
        all.filter(move |text| inside || text.visibility == Visibility::Public)
    }

    /// Figures of which this reader sees at least one value.
    pub fn figures(&self, section: &'a SheetSection) -> Vec<&'a SheetFigure> {
        let all = section.figures.iter();
        all.filter(|figure| self.seen(figure)).collect()
    }

    /// Whether this reader sees any value of the figure.
    pub fn seen(&self, figure: &SheetFigure) -> bool {
        let mut cells = figure.cells.iter();
        cells.any(|cell| self.value(figure, cell.board, cell.year).is_some())
    }

    /// Whether the figure may be named to this reader.
    pub fn names(&self, figure: &SheetFigure) -> bool {
        self.inside || figure.def.visibility == Visibility::Public
    }

    pub fn boards(&self) -> &'a [Board] {
        &self.sheet.boards
    }

    pub fn title(&self, w: &Tongue) -> String {
        let key = if self.inside {
            "open-title-inside"
        } else {
            "open-title"
        };
        w.one(key, "year", self.sheet.year.to_string())
    }
}

/// A text in the reader's language or the next best, with the language it is in.
pub fn told(texts: &Texts, lang: Lang) -> Option<(String, Lang)> {
    texts
        .best_in(lang)
        .map(|(found, text)| (text.to_owned(), found))
}

/// The paragraph's number without its sign, which stands before or after it by language.
pub fn paragraph(approval: &Approval) -> &str {
    sheet::paragraph(&approval.paragraph)
}
