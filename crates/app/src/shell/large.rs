//! Forms that are larger than they may be, through the whole door: the page comes back in the reader's language with
//! what was typed, nothing is stored, and a file that fits is taken.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use tokio::runtime::Runtime;
use tower::ServiceExt;

use crate::base::identity::session;
use crate::base::keys;
use crate::base::once;
use crate::base::testing::House;

const BOUNDARY: &str = "----a-line-that-nobody-types";
const STORY: &str = "Minutes with names went to a list.";
/// The house's limit for an upload.
const LIMIT: usize = 20 * 1024 * 1024;

/// A form as a browser sends one with a file.
fn form(fields: &[(&str, &str)], file: usize) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!(
        "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"list.txt\"\r\n\r\n"
    );
    body.extend_from_slice(head.as_bytes());
    body.resize(body.len() + file, b'a');
    body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    body
}

struct Doors {
    router: Router,
    runtime: Runtime,
    cookie: String,
}

impl Doors {
    fn of(house: &House) -> Doors {
        let secret = session::begin(&house.app, house.people.anna).unwrap();
        Doors {
            router: super::router(&house.app),
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
            cookie: format!("{}={secret}", session::COOKIE),
        }
    }

    fn send(&self, host: &str, address: &str, kind: &str, body: Vec<u8>) -> (StatusCode, String) {
        let request = Request::builder()
            .method("POST")
            .uri(address)
            .header(header::HOST, host)
            .header(header::COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let status = response.status();
            let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
            (status, String::from_utf8(body.to_vec()).unwrap())
        })
    }

    /// The report form of the staff pages, with a file of a size.
    fn report(&self, address: &str, story: &str, file: usize) -> (StatusCode, String) {
        let token = once::token();
        let fields = [
            ("once", token.as_str()),
            ("story", story),
            ("noticed", "now"),
            ("about", "published"),
        ];
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send("staff.example", address, &kind, form(&fields, file))
    }
}

#[test]
fn a_file_over_the_limit_is_left_out_and_the_rest_comes_back() {
    let house = House::sqlite();
    let doors = Doors::of(&house);
    let (status, page) = doors.report("/report", STORY, LIMIT + 1);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.contains("The file is too large, so it was left out"),
        "{page}"
    );
    assert!(page.contains("Code: "), "the log has the same code");
    assert!(page.contains(STORY) && page.contains("value=\"published\" checked"));
    let (_, page) = doors.report("/report?lang=fi", STORY, LIMIT + 1);
    assert!(page.contains("Tiedosto on liian suuri, joten se jäi pois"));
    let (status, page) = doors.report("/report", STORY, 3 * 1024 * 1024);
    assert_eq!(status, StatusCode::SEE_OTHER, "3 MB fit: {page}");
    let (status, _) = doors.report("/report", STORY, 4 * LIMIT + 64 * 1024);
    assert_eq!(
        status,
        StatusCode::PAYLOAD_TOO_LARGE,
        "nobody is listened to for ever"
    );
}

#[test]
fn ten_megabytes_of_text_come_back_whole() {
    let house = House::sqlite();
    let doors = Doors::of(&house);
    let long = "It went on. ".repeat(10 * 1024 * 1024 / 12);
    let (status, page) = doors.report("/report?lang=sv", &long, 0);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("20 000") || page.contains("20\u{a0}000"));
    assert!(page.contains(long.trim()), "nothing of it is lost");
    // Over the limit the beginning comes back, with a sentence.
    let longer = "å".repeat(LIMIT / 2 + 1);
    let (status, page) = doors.report("/report", &longer, 0);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("more text than can be read") && page.contains("åååå"));
}

#[test]
fn the_public_page_says_so_too_and_no_code() {
    let house = House::sqlite();
    let doors = Doors::of(&house);
    let seed = keys::hex(&keys::random::<32>());
    let fields = [
        ("once", seed.as_str()),
        ("story", STORY),
        ("noticed", "today"),
        ("about", "published"),
    ];
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let (status, page) = doors.send(
        "localhost:8080",
        "/tell?lang=da",
        &kind,
        form(&fields, LIMIT + 1),
    );
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.contains("Filen er for stor og blev derfor udeladt"),
        "{page}"
    );
    assert!(page.contains(STORY) && !page.contains("Kode: "));
    let text = format!(
        "once={seed}&story={}&noticed=today&about=lost",
        "a".repeat(LIMIT)
    );
    let typed = "application/x-www-form-urlencoded";
    let (status, page) = doors.send("localhost:8080", "/tell", typed, text.into_bytes());
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("more text than can be read"));
}
