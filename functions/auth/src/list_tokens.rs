//! `GET /api/auth/tokens`

use axum::extract::{OriginalUri, State};
use stint_platform::http::views::TokenView;
use stint_platform::http::{ApiError, ApiQuery, CurrentUser, Listed, PageQuery, Problems};

use crate::App;

/// The personal access tokens that can be used, newest first, without their secrets.
#[utoipa::path(
    get,
    path = "/api/auth/tokens",
    tag = "auth",
    params(PageQuery),
    responses((status = 200, body = Vec<TokenView>), Problems)
)]
pub(crate) async fn list_tokens(
    State(app): State<App>,
    CurrentUser(owner): CurrentUser,
    ApiQuery(page): ApiQuery<PageQuery>,
    OriginalUri(uri): OriginalUri,
) -> Result<Listed<TokenView>, ApiError> {
    let tokens = app
        .edge
        .sessions
        .tokens(owner, &page.checked()?, (app.edge.now)())
        .await?;
    Ok(Listed::new(tokens, &uri, TokenView::from))
}
