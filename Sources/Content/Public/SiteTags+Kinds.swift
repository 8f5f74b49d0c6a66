import Government
import Web
import WorkingTime

/// What a document is to search engines, by its kind (schema.org), in the language of the page.
extension SiteTags {
    func linkedData(_ document: PublishedDocument) -> String? {
        let line = document.line
        guard document.column.kind != .faq else { return QuestionPage(line, in: language).json }
        let title = line.manuscript.title(in: language)
        let common = ["url": address(line.path), "inLanguage": language.rawValue]
        let own: [String: String] =
            switch document.column.kind {
            case .leader: ["@type": "Person", "name": title, "jobTitle": fact("post", line) ?? ""]
            case .organ: organ(document, title)
            case .gallery: dated("ImageGallery", "name", title, line)
            case .topic: dated("CollectionPage", "name", title, line)
            case .policy: dated("Legislation", "name", title, line)
            case .article, .notice, .faq, .project: dated("NewsArticle", "headline", title, line)
            }
        // A person and an organ are in no language.
        let isWritten = own["datePublished"] != nil
        return json(isWritten ? own.merging(common) { $1 } : own.merging(["url": address(line.path)]) { $1 })
    }

    /// What pages that stand in no column tell machines.
    func standing(_ path: String, _ title: String) -> PageHead {
        PageHead(
            properties: [
                .init("og:title", title), .init("og:type", "website"), .init("og:url", origin + path),
            ], canonical: origin + path)
    }

    private func dated(_ type: String, _ name: String, _ title: String, _ line: PublishedLine) -> [String:
        String]
    {
        [
            "@type": type, name: title, "datePublished": line.liveAt.rfc3339,
            "dateModified": line.changedAt.rfc3339,
        ]
    }

    private func organ(_ document: PublishedDocument, _ title: String) -> [String: String] {
        guard let organ = document.surroundings.organ else {
            return ["@type": "GovernmentOrganization", "name": title]
        }
        return [
            "@type": "GovernmentOrganization", "name": title, "telephone": organ.phone,
            "address": organ.address,
        ]
    }

    private func fact(_ name: String, _ line: PublishedLine) -> String? {
        language == .english
            ? line.manuscript.english?.facts?[name] ?? line.manuscript.facts?[name]
            : line.manuscript.facts?[name]
    }
}
