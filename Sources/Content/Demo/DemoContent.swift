import Foundation
import Identity
import Journal
import Refusals
import Storage
import WorkingTime
import Yams

/// The sites and articles of a demonstration, as they stand in `Resources/Demo/content.yaml`.
struct DemoContent: Decodable, Sendable {
    struct Place: Decodable, Sendable {
        let code: String
        let name: String
        let motto: String
        let organ: String
        let accent: String
        let columns: [Column]
    }

    struct Column: Decodable, Sendable {
        let code: String
        let name: String
        let intro: String
        let kind: DocumentKind
        let days: Int?
    }

    struct Article: Decodable, Sendable {
        let key: String
        let `in`: String
        let daysAgo: Int
        let title: String
        let source: String
        let summary: String?
        let body: String
        let policy: Policy?
        let links: [String]?
        let english: English?
        let facts: [String: String]?
        let parts: [Part]?
        let lifeEvents: [String]?
        let audiences: [String]?
        let pictures: [Picture]?
    }

    struct English: Decodable, Sendable {
        let title: String
        let summary: String?
        let body: String
        let facts: [String: String]?
    }

    /// A part of a topic: documents by their keys.
    struct Part: Decodable, Sendable {
        let heading: String
        let documents: [String]
    }

    /// An image of an edition: a file of `Resources/Demo/pictures`, and what it shows.
    struct Picture: Decodable, Sendable {
        let file: String
        let alt: String

        /// - Throws: `CocoaError` when the delivered picture is missing.
        func bytes() throws -> Data {
            try Data(
                contentsOf: Bundle.module.bundleURL.appending(path: "Resources/Demo/pictures/\(file).png"))
        }
    }

    struct Policy: Decodable, Sendable {
        let number: String
        let index: String
        let organ: String
        let issued: String
        let effective: String?
        let expires: String?
    }

    let sites: [Place]
    let articles: [Article]

    /// - Throws: a decoding error when the delivered file is damaged.
    static func delivered() throws -> DemoContent {
        let file = Bundle.module.bundleURL.appending(path: "Resources/Demo/content.yaml")
        return try YAMLDecoder().decode(DemoContent.self, from: Data(contentsOf: file))
    }
}

extension DemoContent.Article {
    /// What it says; the documents it speaks of have been published before it.
    func manuscript(_ known: [String: Int64]) -> Manuscript {
        let links = (links ?? []).compactMap { line -> DocumentLink? in
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count == 2, let relation = DocumentLink.Relation(rawValue: parts[0]),
                let id = known[parts[1]]
            else { return nil }
            return DocumentLink(relation: relation, documentID: id)
        }
        return Manuscript(
            title: title, summary: summary ?? "", body: body, source: source,
            policy: policy.map(PolicyFacts.init), links: links,
            english: english.flatMap {
                EnglishText(
                    title: $0.title, summary: $0.summary ?? "", body: $0.body, facts: $0.facts ?? [:])
            }, facts: facts,
            parts: parts?.map {
                TopicPart(heading: $0.heading, documents: $0.documents.compactMap { known[$0] })
            },
            lifeEvents: lifeEvents, audiences: audiences)
    }
}

extension PolicyFacts {
    fileprivate init(_ policy: DemoContent.Policy) {
        self.init(
            documentNumber: policy.number, indexNumber: policy.index, organ: policy.organ,
            issuedOn: CivilDate(iso: policy.issued),
            effectiveOn: policy.effective.flatMap { CivilDate(iso: $0) },
            expiresOn: policy.expires.flatMap { CivilDate(iso: $0) })
    }
}
