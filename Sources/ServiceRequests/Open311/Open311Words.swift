import Codes
import Government
import WorkingTime

extension RequestRules {
    /// The categories in which nobody is protected.
    var unprotected: [String] { categories.filter { !$0.isProtected }.map(\.code) }
}

extension RequestRow {
    /// How it ended, where nothing of it is published.
    var silentEnd: String {
        switch result {
        case "withdrawn": "反映人已撤回。"
        case "refused": "不由本平台办理，已告知反映人途径。"
        case "terminated": "已经终止办理。"
        default: "已经办结。"
        }
    }
}

extension Open311Record {
    /// A category as a service of Open311.
    init(service category: RequestCategory) {
        self.init([
            ("service_code", .text(category.code)), ("service_name", .text(category.name)),
            ("description", .text(category.words.joined(separator: "、"))), ("metadata", .flag(false)),
            ("type", .text("realtime")), ("keywords", .text(category.words.joined(separator: ","))),
            ("group", .text(category.track.chinese)),
        ])
    }

    /// A request as everybody may know it: while it is dealt with, by its masked title; afterwards in the words that were
    /// published, and where none were, only that it has ended. The place stands there only roughly.
    init(request row: RequestRow, rules: RequestRules, organs: OrganNameHistory) {
        let isSilent = row.isProtected || row.endedAt != nil && row.publishedAt == nil
        let place = isSilent ? nil : row.point.flatMap(RoughPlace.init)
        let category = rules.category(row.category)?.name ?? row.category
        self.init([
            ("service_request_id", .text(row.number)),
            ("status", .text(row.endedAt == nil ? "open" : "closed")),
            ("status_notes", (row.publicAnswer ?? row.endedAt.map { _ in row.silentEnd }).map { .text($0) }),
            ("service_name", .text(category)), ("service_code", .text(row.category)),
            ("description", .text(isSilent ? category : row.publicWords ?? row.title)),
            ("agency_responsible", .text(organs.name(of: row.organ))), ("service_notice", nil),
            ("requested_datetime", .text(row.filedAt.rfc3339)),
            ("updated_datetime", .text((row.endedAt ?? row.filedAt).rfc3339)), ("expected_datetime", nil),
            ("address", nil), ("address_id", row.division.map { .text($0) }), ("zipcode", nil),
            ("lat", place.map { .number($0.latitude) }), ("long", place.map { .number($0.longitude) }),
            ("media_url", nil),
        ])
    }

    /// What is wrong, in the words of Open311.
    init(error code: Int, _ description: String) {
        self.init([("code", .text(String(code))), ("description", .text(description))])
    }
}
