extension WebSettings {
    /// A page as it is sent: with everything around it, in the language of the request.
    func document(_ page: Page, for request: WebRequest) -> HTML {
        let layout = Layout(
            request: request, site: site, navigation: navigation, desk: desk,
            notice: board.notice(at: request.now))
        return PageTranslation.translate(layout.document(page), to: request.language, translations)
    }
}
