import DecisionModel
import Government
import HTTPTypes
import Identity
import Refusals
import Storage
import Web
import WorkingTime

/// What programs of other systems report.
struct MatterAPI: Sendable {
    let office: SupervisionOffice

    var routes: [Route] {
        [
            .get(
                SupervisionPath.kindsAPI, .may(.readSignals, .answerSignals, .feedMatters), "报送监察的事项种类",
                api: MatterSchemas.kinds
            ) { request, _ in
                let kinds = try await office.kinds(on: request.now.day)
                return try .json(KindList(items: kinds)).header("Cache-Control", "no-store")
            },
            .post(
                "\(SupervisionPath.mattersAPI)/{kind}", .may(.feedMatters),
                journal: "supervised_matter.received",
                "报送监察数据", api: MatterSchemas.deliver
            ) { request, officer in
                let sent = try await request.json(DeliveryJSON.self)
                let once = try officer.account.once(request, "POST \(request.path)", sent)
                let report = try await office.deliver(
                    try request.parameter("kind"), request, officer, once: once
                ) { _ in
                    sent.records.enumerated().map { DeliveredRecord(line: $0 + 1, record: $1) }
                }
                return try .json(DeliveryDocument(report)).header("Cache-Control", "no-store")
            },
            .get(
                "\(SupervisionPath.mattersAPI)/{kind}", .may(.readSignals, .answerSignals, .feedMatters),
                "报送记录列表",
                api: MatterSchemas.list
            ) { request, officer in
                let key = try request.parameter("kind")
                let (slice, calendar) = try await office.database.read { tx in
                    let kind = try KindStore.kind(key, on: request.now.day, in: tx).kind
                    let filter = SupervisionOffice.matters(officer, of: kind)
                    return (
                        try MatterStore.newest(key, filter, after: request.query("after"), in: tx),
                        try Directory.calendar(in: tx)
                    )
                }
                let items = slice.items.map { MatterDocument($0, calendar) }
                return try .json(ListDocument(items, next: slice.next)).header(
                    "Cache-Control", "no-store")
            },
        ]
    }
}

/// What a program sends.
struct DeliveryJSON: Codable, Sendable { let records: [[String: Value]] }

struct KindList: Encodable, Sendable { let items: [SupervisedKind] }

/// What became of a delivery.
struct DeliveryDocument: Encodable, Sendable {
    let received: Int
    let corrected: Int
    let unchanged: Int
    let refused: Int
    let rows: [DeliveryReport.Row]

    init(_ report: DeliveryReport) {
        (received, corrected) = (report.count(.received), report.count(.corrected))
        (unchanged, refused, rows) = (report.count(.unchanged), report.count(.refused), report.rows)
    }
}

/// A matter as programs read it.
struct MatterDocument: Encodable, Sendable {
    let id: String
    let kind: String
    let key: String
    let name: String
    let organ: String
    let state: String
    let begins: String
    let due: String?
    let ends: String?
    let revision: Int
    let record: [String: Value]

    init(_ matter: SupervisedMatter, _ calendar: WorkingCalendar) {
        let what = matter.particulars
        (id, kind, key, name) = (String(matter.id), matter.kindKey, what.externalKey, what.name)
        (organ, state, revision, record) = (what.organ, what.state, matter.revision, what.fields)
        (begins, due) = (what.begins.rfc3339, matter.dueAt(by: calendar)?.rfc3339)
        ends = what.ends?.rfc3339
    }
}
