//! There and back: the address at the provider, and what its answer proves.

use std::time::{Duration, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kit::clock::Moment;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdTokenClaims,
    CoreJwsSigningAlgorithm, CoreTokenResponse, CoreUserInfoClaims,
};
use openidconnect::{
    AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, LanguageTag, Nonce, OAuth2TokenResponse,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    SignatureVerificationError, SubjectIdentifier, TokenResponse,
};

use super::super::super::config::Oidc;
use super::super::session;
use super::{Known, Provider, Trouble, down, http};

/// What a token may be signed with: never `none`, and never HS256, whose key the provider shares with us.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 4] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Clocks of two machines differ a little.
const SKEW_MS: i64 = 5 * 60 * 1000;

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A sign-in that begins: where to go, and what must come back.
pub struct Start {
    pub address: String,
    pub state: String,
    pub nonce: String,
    pub verifier: String,
}

/// A provider, where its answer comes back to, and what it is asked.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub oidc: &'a Oidc,
    pub seat: &'a Provider,
    /// The address that it leads back to.
    pub back: &'a str,
    /// Scopes besides `openid`.
    pub scopes: &'a [String],
    /// A claim of the ID token that is wanted as it stands there.
    pub claim: Option<&'a str>,
}

/// What the provider has proven about somebody.
#[derive(Debug, PartialEq)]
pub struct Proven {
    pub issuer: String,
    pub subject: String,
    /// Only an address that the provider says it has verified.
    pub email: Option<String>,
    /// The claim that was wanted, when it is there and a text.
    pub claim: Option<String>,
}

/// The address at the provider, in the reader's language if the provider has it.
///
/// # Errors
/// [`Trouble::Down`] when its metadata cannot be had.
pub fn start(desk: Desk<'_>, now: Moment, lang: &str) -> Result<Start, Trouble> {
    let known = desk.seat.known(desk.oidc, now)?;
    let client = client(desk, &known)?;
    if !client
        .auth_uri()
        .as_str()
        .parse()
        .is_ok_and(|address| http::is_safe(&address))
    {
        return Err(Trouble::Down("its sign-in page is not https".into()));
    }
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (state, nonce) = (session::secret(), session::secret());
    let (asked, once) = (state.clone(), nonce.clone());
    let mut request = client.authorize_url(
        CoreAuthenticationFlow::AuthorizationCode,
        move || CsrfToken::new(asked),
        move || Nonce::new(once),
    );
    for scope in desk.scopes {
        request = request.add_scope(Scope::new(scope.clone()));
    }
    let (address, _, _) = request
        .add_ui_locale(LanguageTag::new(lang.to_owned()))
        .set_pkce_challenge(challenge)
        .url();
    Ok(Start {
        address: address.into(),
        state,
        nonce,
        verifier: verifier.into_secret(),
    })
}

/// Changes the code for tokens and checks what they prove.
///
/// # Errors
/// [`Trouble::Down`] when the provider does not answer; [`Trouble::Unproven`] when the answer does not hold.
pub fn finish(
    desk: Desk<'_>,
    now: Moment,
    code: &str,
    nonce: &str,
    verifier: &str,
) -> Result<Proven, Trouble> {
    let known = desk.seat.known(desk.oidc, now)?;
    let mut client = client(desk, &known)?;
    let tokens = exchange(&client, code, verifier)?;
    let nonce = Nonce::new(nonce.to_owned());
    let mut checked = claims(&client, &tokens, &nonce, now);
    if matches!(
        &checked,
        Err(ClaimsVerificationError::SignatureVerification(
            SignatureVerificationError::NoMatchingKey
        ))
    ) {
        let newer = desk.seat.known_after(&known, desk.oidc, now)?;
        client = self::client(desk, &newer)?;
        checked = claims(&client, &tokens, &nonce, now);
    }
    let claims = checked.map_err(|error| unproven(&error))?;
    let own = claims.email().map(|email| email.to_string());
    let email = match own {
        Some(email) => (claims.email_verified() == Some(true)).then_some(email),
        None => asked_email(&client, &tokens, claims.subject()),
    };
    Ok(Proven {
        issuer: claims.issuer().to_string(),
        subject: claims.subject().to_string(),
        email,
        claim: desk.claim.and_then(|name| wanted(&tokens, name)),
    })
}

/// One claim of a token whose signature, audience and time were checked before: its middle part is JSON (RFC 7519).
fn wanted(tokens: &CoreTokenResponse, name: &str) -> Option<String> {
    let token = tokens.id_token()?.to_string();
    let middle = token.split('.').nth(1)?;
    let json = URL_SAFE_NO_PAD.decode(middle).ok()?;
    let claims: serde_json::Value = serde_json::from_slice(&json).ok()?;
    claims.get(name)?.as_str().map(str::to_owned)
}

fn client(desk: Desk<'_>, known: &Known) -> Result<Client, Trouble> {
    let oidc = desk.oidc;
    let secret = std::fs::read_to_string(&oidc.client_secret_file)
        .map_err(|error| Trouble::Down(format!("client_secret_file: {error}")))?;
    let client = CoreClient::from_provider_metadata(
        known.metadata.as_ref().clone(),
        ClientId::new(oidc.client_id.clone()),
        Some(ClientSecret::new(secret.trim().to_owned())),
    )
    .set_redirect_uri(RedirectUrl::new(desk.back.to_owned()).map_err(|error| down(&error))?);
    // OpenID Connect Discovery: where nothing is said, the secret goes into the header.
    let in_header = known
        .metadata
        .token_endpoint_auth_methods_supported()
        .is_none_or(|methods| methods.contains(&CoreClientAuthMethod::ClientSecretBasic));
    Ok(if in_header {
        client
    } else {
        client.set_auth_type(AuthType::RequestBody)
    })
}

fn exchange(client: &Client, code: &str, verifier: &str) -> Result<CoreTokenResponse, Trouble> {
    client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|error| down(&error))?
        .set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()))
        .request(&http::call)
        .map_err(|error| match &error {
            // The description may quote what was sent: only the kind is told.
            RequestTokenError::ServerResponse(answer) => {
                Trouble::Unproven(format!("the provider refused the code: {}", answer.error()))
            }
            RequestTokenError::Parse(..) => Trouble::Down("its token answer cannot be read".into()),
            other => down(other),
        })
}

/// Issuer, audience, expiry, nonce and signature (OpenID Connect Core 3.1.3.7).
fn claims(
    client: &Client,
    tokens: &CoreTokenResponse,
    nonce: &Nonce,
    now: Moment,
) -> Result<CoreIdTokenClaims, ClaimsVerificationError> {
    let token = tokens
        .id_token()
        .ok_or_else(|| ClaimsVerificationError::Other("no ID token came".into()))?;
    let ms = now.ms();
    let at = UNIX_EPOCH + Duration::from_millis(u64::try_from(ms).unwrap_or(0));
    let verifier = client
        .id_token_verifier()
        .set_allowed_algs(ALGORITHMS)
        .set_time_fn(move || at.into())
        .set_issue_time_verifier_fn(move |issued| {
            let early = issued.timestamp_millis() > ms.saturating_add(SKEW_MS);
            if early {
                Err("issued in the future".into())
            } else {
                Ok(())
            }
        });
    token.claims(&verifier, nonce).cloned()
}

/// Some providers tell the e-mail address only when asked for it; without an answer there is none.
fn asked_email(
    client: &Client,
    tokens: &CoreTokenResponse,
    subject: &SubjectIdentifier,
) -> Option<String> {
    let asked = client.user_info(tokens.access_token().clone(), Some(subject.clone()));
    let told: CoreUserInfoClaims = match asked.ok()?.request(&http::call) {
        Ok(told) => told,
        Err(_) => {
            // Without the cause: it may quote what was told about the person.
            tracing::warn!("the provider told no e-mail address");
            return None;
        }
    };
    let email = told.email().map(|email| email.to_string())?;
    (told.email_verified() == Some(true)).then_some(email)
}

fn unproven(error: &ClaimsVerificationError) -> Trouble {
    // The kind alone: the texts quote claims.
    let kind = match error {
        ClaimsVerificationError::Expired(_) => "expired",
        ClaimsVerificationError::InvalidAudience(_) => "another audience",
        ClaimsVerificationError::InvalidIssuer(_) => "another issuer",
        ClaimsVerificationError::InvalidNonce(_) => "another nonce",
        ClaimsVerificationError::SignatureVerification(_) => "the signature",
        _ => "the claims",
    };
    Trouble::Unproven(format!("the ID token does not hold: {kind}"))
}
