//! What a browser sent.

/// Names and values in the order they came; a name may come more than once (checkboxes).
#[derive(Default, Clone, Debug, PartialEq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads an `application/x-www-form-urlencoded` body or a query. Never fails: bytes that are not UTF-8 become
    /// replacement characters, as in every browser (WHATWG URL, 5.1).
    pub fn parse(encoded: &str) -> Fields {
        Fields(
            form_urlencoded::parse(encoded.as_bytes())
                .into_owned()
                .collect(),
        )
    }

    /// From pairs, as a multipart body or a test has them.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Fields {
        Fields(pairs)
    }

    /// The first value of the name without white space around it, or nothing written.
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The first value of the name exactly as it came, or nothing written.
    pub fn raw(&self, name: &str) -> &str {
        self.values(name).next().unwrap_or("")
    }

    /// Every value of the name, exactly as they came.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.values(name).collect()
    }

    /// Whether the name came at all; a checkbox that is not ticked does not.
    pub fn has(&self, name: &str) -> bool {
        self.values(name).next().is_some()
    }

    /// Whether the name came more than once.
    pub fn repeats(&self, name: &str) -> bool {
        self.values(name).nth(1).is_some()
    }

    /// Puts one value in place of all values of the name.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        let Some(at) = self.0.iter().position(|(known, _)| known == name) else {
            self.0.push((name.to_owned(), value));
            return;
        };
        self.0[at].1 = value;
        let mut place = 0;
        self.0.retain(|(known, _)| {
            place += 1;
            place - 1 <= at || known != name
        });
    }

    /// One more value of the name.
    pub fn add(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Everything, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// As a query again, for links that keep a filter.
    pub fn encode(&self) -> String {
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&self.0)
            .finish()
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}
