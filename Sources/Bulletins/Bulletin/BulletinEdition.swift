import Government
import WorkingTime

/// A bulletin as it was published, word by word and figure by figure: the open data, and what the digest is of.
struct BulletinEdition: Codable, Sendable, Hashable {
    struct Section: Codable, Sendable, Hashable {
        let key: String
        let title: String
        let text: String
        let chart: BulletinChart?
    }

    let period: String
    let kind: String
    let title: String
    let edition: Int
    /// What was corrected and why.
    let remark: String?
    let sections: [Section]
    let figures: BulletinFigures
    /// The organ that issues it, by its key and its full name then; nil in editions from before it was named.
    let issuer: String?
    let issuerName: String?

    enum CodingKeys: String, CodingKey {
        case period, kind, title, edition, remark, sections, figures, issuer
        case issuerName = "issuer_name"
    }

    init(_ bulletin: Bulletin, title: String, issuer: Organ? = nil) {
        (period, kind, edition) = (bulletin.period.text, bulletin.period.kind.rawValue, bulletin.edition)
        (self.title, remark, figures) = (title, bulletin.remark, bulletin.figures)
        (self.issuer, issuerName) = (issuer?.key, issuer?.fullName)
        sections = bulletin.sections.map {
            .init(key: $0.key, title: $0.title, text: $0.text, chart: $0.chart)
        }
    }
}

/// An edition with when it was published, and its digest.
struct PublishedBulletin: Sendable, Hashable {
    let id: Int64
    let period: BulletinPeriod
    let edition: BulletinEdition
    /// The edition as bytes: of these the digest is.
    let body: String
    let digest: String
    let publishedAt: Instant
    /// When its figures were read, and who approved it; of editions from before that was kept, when and by whom they were
    /// published.
    let generatedAt: Instant
    let approvedBy: Int64
    let withdrawnAt: Instant?
    let withdrawnRemark: String?

    var isWithdrawn: Bool { withdrawnAt != nil }
    /// When what everybody sees changed last.
    var changedAt: Instant { withdrawnAt ?? publishedAt }
}

/// An edition in the list of all of a bulletin.
struct EditionLine: Sendable, Hashable {
    let number: Int
    let remark: String?
    let publishedAt: Instant
}
