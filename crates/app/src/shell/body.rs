//! Reads the body of a form, bounded. What is over a limit is left out and said so: the form comes back with
//! everything else that was typed.

use std::future::poll_fn;
use std::pin::Pin;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use kit::form::Fields;

use crate::base::Problem;
use crate::base::visit::Upload;

/// More parts than this is no form of ours.
const MOST_PARTS: usize = 500;
/// So many times the limit is read to its end and thrown away: a browser that is still sending would not see an
/// answer.
const THROWN_AWAY: usize = 4;

/// The end of a text was cut off.
const TEXT: &str = "form-over-text";
/// A file was left out.
const FILE: &str = "form-over-file";

#[derive(Default)]
pub struct Content {
    pub form: Fields,
    pub files: Vec<Upload>,
    /// Something was over a limit: the message.
    pub over: Option<&'static str>,
}

/// The fields and files of a form: texts up to the limit together, and files up to the limit together.
///
/// # Errors
/// [`Problem::TooMuch`] far over the limit; [`Problem::Refused`] for another type or a cut connection.
pub async fn read(headers: &HeaderMap, stream: Body, limit: usize) -> Result<Content, Problem> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    if kind.starts_with("multipart/form-data") {
        return multipart(headers, stream, limit).await;
    }
    if !kind.starts_with("application/x-www-form-urlencoded") && !kind.is_empty() {
        return Err(Problem::refused("problem-form-kind"));
    }
    let (bytes, whole) = typed(stream, limit).await?;
    Ok(Content {
        form: Fields::parse(&text(bytes, whole)?),
        files: Vec::new(),
        over: (!whole).then_some(TEXT),
    })
}

/// A text whose end may have been cut off in the middle of a character.
fn text(bytes: Vec<u8>, whole: bool) -> Result<String, Problem> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) if !whole => {
            let end = error.utf8_error().valid_up_to();
            let mut bytes = error.into_bytes();
            bytes.truncate(end);
            Ok(String::from_utf8(bytes).unwrap_or_default())
        }
        Err(_) => Err(Problem::refused("problem-form-kind")),
    }
}

/// The beginning of a body up to the limit, and whether that was all.
async fn typed(mut stream: Body, limit: usize) -> Result<(Vec<u8>, bool), Problem> {
    let (mut kept, mut read) = (Vec::new(), 0usize);
    while let Some(chunk) = next(&mut stream).await? {
        read += chunk.len();
        if read / THROWN_AWAY > limit {
            return Err(Problem::TooMuch("problem-form-large"));
        }
        let room = limit - kept.len();
        kept.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok((kept, read <= limit))
}

async fn next(stream: &mut Body) -> Result<Option<Bytes>, Problem> {
    loop {
        match poll_fn(|context| Pin::new(&mut *stream).poll_frame(context)).await {
            None => return Ok(None),
            Some(Err(_)) => return Err(Problem::refused("problem-form-cut")),
            Some(Ok(frame)) => {
                if let Ok(bytes) = frame.into_data() {
                    return Ok(Some(bytes));
                }
            }
        }
    }
}

async fn multipart(headers: &HeaderMap, stream: Body, limit: usize) -> Result<Content, Problem> {
    let cut = |_| Problem::refused("problem-form-cut");
    let mut request = Request::new(stream);
    *request.headers_mut() = headers.clone();
    // The limits are ours, below: without this a body ends at 2 MB.
    DefaultBodyLimit::disable().apply(&mut request);
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|_| Problem::refused("problem-form-kind"))?;
    let (mut pairs, mut content) = (Vec::new(), Content::default());
    let (mut read, mut for_text, mut for_files) = (0usize, limit, limit);
    while let Some(mut part) = parts.next_field().await.map_err(cut)? {
        if pairs.len() + content.files.len() >= MOST_PARTS {
            return Err(Problem::TooMuch("problem-form-large"));
        }
        let field = part.name().unwrap_or("").to_owned();
        let name = part.file_name().map(str::to_owned);
        let room = if name.is_some() {
            &mut for_files
        } else {
            &mut for_text
        };
        let (mut bytes, mut size) = (Vec::new(), 0usize);
        while let Some(chunk) = part.chunk().await.map_err(cut)? {
            (size, read) = (size + chunk.len(), read + chunk.len());
            if read / THROWN_AWAY > limit {
                return Err(Problem::TooMuch("problem-upload-large"));
            }
            let fits = chunk.len().min(*room - bytes.len());
            bytes.extend_from_slice(&chunk[..fits]);
        }
        let whole = size == bytes.len();
        match name {
            // Half a file is none.
            Some(_) if !whole => content.over = Some(FILE),
            Some(name) => {
                *room -= bytes.len();
                content.files.push(Upload { field, name, bytes });
            }
            None => {
                *room -= bytes.len();
                content.over = content.over.or((!whole).then_some(TEXT));
                pairs.push((field, text(bytes, whole)?));
            }
        }
    }
    content.form = Fields::from_pairs(pairs);
    Ok(content)
}
