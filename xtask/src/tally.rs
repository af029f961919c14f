//! Reading the closing lines of the test runners.

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl std::ops::Add for Tally {
    type Output = Tally;
    fn add(self, other: Tally) -> Tally {
        Tally {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// The sum of every nextest and node summary in a text; nothing found is nothing counted.
pub fn of(text: &str) -> Tally {
    text.lines()
        .map(|line| of_nextest(line) + of_node(line))
        .fold(Tally::default(), |sum, one| sum + one)
}

/// `Summary [   0.1s] 9 tests run: 7 passed (1 slow), 1 failed, 1 timed out, 2 skipped`
fn of_nextest(line: &str) -> Tally {
    let mut tally = Tally::default();
    let Some((_, counts)) = line
        .trim_start()
        .strip_prefix("Summary [")
        .and_then(|rest| rest.split_once(']'))
    else {
        return tally;
    };
    let words: Vec<&str> = counts
        .split([' ', ',', '(', ')'])
        .filter(|word| !word.is_empty())
        .collect();
    for pair in words.windows(2) {
        let Ok(count) = pair[0].parse::<u64>() else {
            continue;
        };
        match pair[1] {
            "passed" => tally.passed += count,
            "failed" | "timed" | "exec" => tally.failed += count,
            _ => {}
        }
    }
    tally
}

/// `ℹ pass 12`, `ℹ fail 1`, `ℹ cancelled 0`, or the same after `#`.
fn of_node(line: &str) -> Tally {
    let words: Vec<&str> = line.split_whitespace().collect();
    let ["ℹ" | "#", word, count] = words.as_slice() else {
        return Tally::default();
    };
    let Ok(count) = count.parse() else {
        return Tally::default();
    };
    match *word {
        "pass" => Tally {
            passed: count,
            failed: 0,
        },
        "fail" | "cancelled" => Tally {
            passed: 0,
            failed: count,
        },
        _ => Tally::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Tally, of};

    #[test]
    fn nextest_with_every_kind_of_end() {
        let text = "     Summary [ 12.3s] 12 tests run: 7 passed (1 slow, 2 leaky), 2 failed, 1 timed out, 2 exec failed, 4 skipped\n";
        assert_eq!(
            of(text),
            Tally {
                passed: 7,
                failed: 5
            }
        );
    }

    #[test]
    fn nextest_that_was_cut_short() {
        assert_eq!(
            of("Summary [ 0.1s] 3/10 tests run: 3 passed, 0 skipped"),
            Tally {
                passed: 3,
                failed: 0
            }
        );
    }

    #[test]
    fn node_in_both_its_forms() {
        assert_eq!(
            of("ℹ tests 4\nℹ pass 3\nℹ fail 1\nℹ cancelled 0\n"),
            Tally {
                passed: 3,
                failed: 1
            }
        );
        assert_eq!(
            of("# pass 3\n# fail 0\n# cancelled 2\n"),
            Tally {
                passed: 3,
                failed: 2
            }
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            of("PASS [ 0.1s] kit tally::pass 12\nthe summary said 3 passed\n"),
            Tally::default()
        );
    }
}
