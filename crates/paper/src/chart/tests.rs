use super::*;

fn plot(labels: &[&str], series: &[(&str, &[Option<f64>])]) -> Plot {
    Plot {
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        series: series
            .iter()
            .map(|(name, values)| Series {
                name: (*name).to_owned(),
                values: values.to_vec(),
                shown: values
                    .iter()
                    .map(|v| v.map_or(String::new(), |v| v.to_string()))
                    .collect(),
            })
            .collect(),
        ticks: Vec::new(),
        unit: "pcs".to_owned(),
        missing: "not available".to_owned(),
    }
}

fn kinds(plot: &Plot) -> [Chart; 3] {
    [
        Chart::Bars(plot.clone()),
        Chart::Stacked(plot.clone()),
        Chart::Lines(plot.clone()),
    ]
}

/// Tags in order, with a check that they nest and close; no parser is needed
/// because the drawing uses no comment, entity or data section.
fn tags(svg: &str) -> Vec<String> {
    let (mut open, mut seen) = (Vec::new(), Vec::new());
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').expect("a tag ends") + start;
        let tag = &rest[start + 1..end];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
        } else {
            let name: String = tag
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            seen.push(name.clone());
            if !tag.ends_with('/') {
                open.push(name);
            }
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{open:?}");
    seen
}

#[test]
fn a_gap_is_words_and_never_a_zero() {
    let plot = plot(&["2024", "2025"], &[("Reported", &[Some(4.0), None])]);
    for chart in kinds(&plot) {
        let svg = svg(&chart, "a", "Title", "Words");
        assert!(svg.contains(">not available<"), "{svg}");
        assert!(!svg.contains(">0<"), "{svg}");
        tags(&svg);
    }
    let bars = svg(&Chart::Bars(plot), "a", "T", "D");
    assert_eq!(bars.matches("<rect").count(), 1);
}

#[test]
fn a_gap_in_one_of_several_series_is_named_below() {
    let plot = plot(
        &["2024", "2025"],
        &[
            ("Low", &[Some(1.0), Some(2.0)]),
            ("High", &[Some(1.0), None]),
        ],
    );
    for chart in [Chart::Stacked(plot.clone()), Chart::Lines(plot.clone())] {
        assert!(svg(&chart, "a", "T", "D").contains("High: not available (2025)"));
    }
}

#[test]
fn it_is_named_for_a_screen_reader_and_carries_no_style() {
    let plot = plot(&["A"], &[("One", &[Some(1.0)]), ("Two", &[Some(2.0)])]);
    for chart in kinds(&plot) {
        let svg = svg(&chart, "year-1", "Title", "Words");
        let head = r#"role="img" aria-labelledby="year-1-t year-1-d""#;
        assert!(svg.contains(head), "{svg}");
        assert!(svg.contains(r#"<title id="year-1-t">Title</title>"#));
        assert!(svg.contains(r#"<desc id="year-1-d">Words</desc>"#));
        assert!(!svg.contains("style"));
    }
}

#[test]
fn hostile_text_stays_text() {
    let evil = "</text><script>alert('1')</script>\" onload=\"x\" ]]>&\0\u{ffff}<!--";
    let mut plot = plot(
        &[evil, "B"],
        &[(evil, &[Some(1.0), None]), (evil, &[Some(2.0)])],
    );
    plot.unit = evil.to_owned();
    plot.missing = evil.to_owned();
    plot.ticks = vec![Tick {
        value: 1.0,
        label: evil.to_owned(),
    }];
    plot.series[0].shown = vec![evil.to_owned()];
    let known = [
        "svg", "title", "desc", "defs", "pattern", "path", "rect", "circle", "text",
    ];
    for chart in kinds(&plot) {
        let svg = svg(&chart, "x\" onload=\"y", evil, evil);
        assert!(tags(&svg).iter().all(|tag| known.contains(&tag.as_str())));
        assert!(svg.contains(r#"aria-labelledby="xonloady-t xonloady-d""#));
        assert!(!svg.contains("\" onload"));
    }
}

#[test]
fn odd_numbers_and_lengths_draw_something() {
    let wild = [
        Some(f64::NAN),
        Some(f64::INFINITY),
        Some(-3.0),
        Some(1e308),
        None,
        Some(0.0),
    ];
    let long = "sana".repeat(3_000);
    let plots = [
        Plot::default(),
        plot(&[], &[("Empty", &[])]),
        plot(
            &["A", "B", "C", "D", "E", "F", "G"],
            &[("Wild", &wild), ("Short", &[Some(1.0)])],
        ),
        plot(&[&long, ""], &[(&long, &[Some(1.0), Some(2.0)]), ("", &[])]),
    ];
    for plot in plots {
        for chart in kinds(&plot) {
            let svg = svg(&chart, "", "T", "D");
            tags(&svg);
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
            assert!(steps(&chart).iter().all(|step| step.is_finite()));
        }
    }
}

#[test]
fn series_differ_without_colour() {
    let values: &[Option<f64>] = &[Some(1.0)];
    let plot = plot(&["A"], &[("a", values), ("b", values), ("c", values)]);
    let bars = svg(&Chart::Bars(plot.clone()), "a", "T", "D");
    assert!(bars.contains("url(#a-p1)") && bars.contains("url(#a-p2)"));
    assert!(bars.contains(r#"<pattern id="a-p2""#));
    let lines = svg(&Chart::Lines(plot), "a", "T", "D");
    assert_eq!(lines.matches("stroke-dasharray").count(), 2);
}

#[test]
fn steps_are_round_and_hold_the_values() {
    let chart = |values: &[Option<f64>]| Chart::Bars(plot(&["A", "B"], &[("a", values)]));
    assert_eq!(
        steps(&chart(&[Some(93.0), Some(4.0)])),
        [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]
    );
    assert_eq!(steps(&chart(&[None, Some(-1.5)])), [-1.5, -1.0, -0.5, 0.0]);
    // 12 cases were marked in steps of 2.5.
    assert_eq!(
        steps(&chart(&[Some(12.0), Some(4.0)])),
        [0.0, 5.0, 10.0, 15.0]
    );
    assert_eq!(
        steps(&chart(&[Some(12.5), Some(4.0)])),
        [0.0, 2.5, 5.0, 7.5, 10.0, 12.5]
    );
    assert_eq!(steps(&chart(&[Some(2.0), Some(1.0)])), [0.0, 1.0, 2.0]);
    assert_eq!(steps(&chart(&[None, None])), [0.0, 1.0]);
}
