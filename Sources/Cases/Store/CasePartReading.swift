import Storage
import WorkingTime

/// Lists that are the same in many rows: the outcomes of a step, and nothing at all.
private enum Repeated {
    static let outcomes = RepeatedJSON<[TaskOutcome]>()
    static let texts = RepeatedJSON<[String]>()
    static let pauses = RepeatedJSON<[Pause]>()
    static let extensions = RepeatedJSON<[CaseClock.Extension]>()
}

extension CaseTask {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), activity: try row.optionalInt("activity"), element: try row.text("element"),
            name: try row.text("name"), act: try row.value("act"), organ: try row.text("organ"),
            role: try row.text("role"), outcomes: try Repeated.outcomes.value(row, "outcomes"),
            openedAt: try row.instant("opened_at"), dueAt: try row.optionalInstant("due_at"),
            calendarVersion: try row.optionalInt("calendar_version"),
            holder: try row.signatory("holder_id", "holder_name"),
            takenAt: try row.optionalInstant("taken_at"), state: try row.value("state"),
            outcome: try row.optionalText("outcome"), opinion: try row.optionalText("opinion"),
            missing: try Repeated.texts.value(row, "missing"),
            completedBy: try row.signatory("completed_by", "completed_by_name"),
            completedAt: try row.optionalInstant("completed_at"), question: try row.optionalText("question"),
            addedBy: try row.signatory("added_by", "added_by_name"),
            owner: try row.signatory("owner_id", "owner_name"), isParked: try row.bool("parked"),
            isSuspended: try row.bool("suspended"), urgings: try row.int("urgings"),
            urgedAt: try row.optionalInstant("urged_at"), office: try row.optionalText("office"))
    }
}

extension CaseClock {
    init(_ row: Row) throws {
        let value = try row.optionalInt("limit_value")
        let unit = try row.optionalText("limit_unit").flatMap(LimitUnit.init(rawValue:))
        let limit = value.flatMap { value in unit.map { TimeLimit(value: value, unit: $0) } }
        self.init(
            id: try row.id("id"), name: try row.value("name"), limit: limit,
            startedAt: try row.instant("started_at"), pauses: try Repeated.pauses.value(row, "pauses"),
            extensions: try Repeated.extensions.value(row, "extensions"),
            stoppedAt: try row.optionalInstant("stopped_at"),
            calendarVersion: try row.int("calendar_version"), dueAt: try row.optionalInstant("due_at"))
    }
}

extension CaseTimer {
    init(_ row: Row) throws {
        self.init(
            activity: try row.int("activity"), boundary: try row.text("boundary"),
            clock: try row.optionalText("clock").flatMap(CaseClock.Name.init(rawValue:)),
            startedAt: try row.optionalInstant("started_at"),
            calendarVersion: try row.optionalInt("calendar_version"), dueAt: try row.optionalInstant("due_at")
        )
    }
}

extension CaseIncident {
    init(_ row: Row) throws {
        self.init(
            activity: try row.int("activity"), element: try row.text("element"), name: try row.text("name"),
            reason: try row.text("reason"), since: try row.instant("since"), actor: try row.json("actor"))
    }
}

extension FiledMaterial {
    init(_ row: Row) throws {
        self.init(
            requirement: try row.text("requirement"), fileID: try row.id("file_id"),
            name: try row.text("name"),
            filedAt: try row.instant("filed_at"))
    }
}

extension IssuedDocument {
    init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), kind: try row.value("kind"), title: try row.text("title"),
            number: try row.text("number"), holder: try row.text("holder"), organ: try row.text("organ"),
            organName: try row.text("organ_name"), issuedAt: try row.instant("issued_at"),
            validUntil: try row.optionalText("valid_until").flatMap(CivilDate.init(iso:)),
            facts: try row.json("facts"), paragraphs: try row.json("paragraphs"),
            verificationCode: try row.text("verification_code"),
            templateVersion: try row.optionalInt("template_version"),
            corrects: try row.optionalID("corrects"),
            correctedBy: try row.optionalID("corrected_by"), revokedAt: try row.optionalInstant("revoked_at"))
    }
}

extension Row {
    fileprivate func signatory(_ id: String, _ name: String) throws -> Signatory? {
        guard let account = try optionalID(id) else { return nil }
        return Signatory(accountID: account, name: try optionalText(name) ?? "")
    }
}
