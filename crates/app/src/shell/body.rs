//! Reads the body of a form, bounded.

use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use kit::form::Fields;

use crate::base::Problem;
use crate::base::visit::Upload;

/// A form without files is text that somebody typed.
const TEXT_LIMIT: usize = 1024 * 1024;
/// More parts than this is no form of ours.
const MOST_PARTS: usize = 500;

#[derive(Default)]
pub struct Content {
    pub form: Fields,
    pub files: Vec<Upload>,
}

/// The fields and files of a form.
///
/// # Errors
/// [`Problem::TooMuch`] over a limit; [`Problem::Refused`] for another type or a cut connection.
pub async fn read(
    headers: &HeaderMap,
    stream: Body,
    upload_limit: usize,
) -> Result<Content, Problem> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    if kind.starts_with("multipart/form-data") {
        return multipart(headers, stream, upload_limit).await;
    }
    if !kind.starts_with("application/x-www-form-urlencoded") && !kind.is_empty() {
        return Err(Problem::refused("problem-form-kind"));
    }
    let declared = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.parse().ok());
    if declared.unwrap_or(0usize) > TEXT_LIMIT {
        return Err(Problem::TooMuch("problem-form-large"));
    }
    let bytes = axum::body::to_bytes(stream, TEXT_LIMIT)
        .await
        .map_err(|_| Problem::TooMuch("problem-form-large"))?;
    let text =
        String::from_utf8(bytes.to_vec()).map_err(|_| Problem::refused("problem-form-kind"))?;
    Ok(Content {
        form: Fields::parse(&text),
        files: Vec::new(),
    })
}

async fn multipart(headers: &HeaderMap, stream: Body, limit: usize) -> Result<Content, Problem> {
    let cut = |_| Problem::refused("problem-form-cut");
    let mut request = Request::new(stream);
    *request.headers_mut() = headers.clone();
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|_| Problem::refused("problem-form-kind"))?;
    let (mut pairs, mut files, mut total) = (Vec::new(), Vec::new(), 0usize);
    while let Some(mut part) = parts.next_field().await.map_err(cut)? {
        if pairs.len() + files.len() >= MOST_PARTS {
            return Err(Problem::TooMuch("problem-form-large"));
        }
        let field = part.name().unwrap_or("").to_owned();
        let name = part.file_name().map(str::to_owned);
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(cut)? {
            total += chunk.len();
            if total > limit + TEXT_LIMIT
                || (name.is_none() && bytes.len() + chunk.len() > TEXT_LIMIT)
            {
                return Err(Problem::TooMuch("problem-upload-large"));
            }
            bytes.extend_from_slice(&chunk);
        }
        match name {
            Some(name) => files.push(Upload { field, name, bytes }),
            None => {
                pairs.push((
                    field,
                    String::from_utf8(bytes).map_err(|_| Problem::refused("problem-form-kind"))?,
                ));
            }
        }
    }
    Ok(Content {
        form: Fields::from_pairs(pairs),
        files,
    })
}
