import Refusals
import Web
import WorkingTime

/// What will be announced, as it is written on the desk.
struct FactsForm {
    let hearing: Hearing?
    let entered: FormData?
    let errors: [FieldError]
    let rules: HearingRules
    let token: CSRFToken

    var html: HTML {
        let seen = "<input type=\"hidden\" name=\"seen\" value=\"\(hearing?.revision ?? 0)\">" as HTML
        return Form(
            action: hearing.map { HearingPath.edit(String($0.id)) } ?? HearingPath.new, token: token,
            fields: fields, also: seen, submit: "保存"
        ).html
    }

    private var fields: [Field] {
        let facts = hearing?.facts
        func field(
            _ name: String, _ label: String, _ kind: Field.Kind, hint: String? = nil, _ value: String?
        ) -> Field {
            Field(
                name, label, kind, hint: hint, value: entered?[name] ?? value ?? "", error: errors[name])
        }
        let own = [
            field("title", "听证什么", .text, hint: "如：调整管道燃气价格听证会", facts?.title),
            field("matter", "要决定的事项和方案", .longText, facts?.matter),
            field("place", "地点", .text, facts?.place),
            field(
                "starts_on", "举行日期", .date, hint: "至少在公告 \(rules.announceDays) 天以后。",
                facts?.startsAt.day.iso),
            field("starts_at", "几点开始", .text, hint: "如 09:30", facts?.startsAt.time),
            field(
                "register_by", "报名截止日期", .date, hint: "至少在举行 \(rules.registerDays) 天以前。",
                facts?.registerBy.iso),
        ]
        let seats = rules.roles.map { role in
            let known = facts?.seats.first { $0.code == role.code }?.seats
            return Field(
                "seats.\(role.code)", "\(role.name)名额", .integer, isRequired: false,
                value: entered?["seats.\(role.code)"] ?? known.map(String.init) ?? "",
                error: errors["seats"])
        }
        return own + seats
    }

    /// - Throws: `invalid` for days and numbers that cannot be read.
    static func facts(_ form: FormData, _ rules: HearingRules) throws -> Hearing.Facts {
        var errors: [FieldError] = []
        let starts = time(form)
        let until = form["register_by"].flatMap { CivilDate(iso: $0) }
        if starts == nil { errors.append(FieldError("starts_on", "请填写举行的日期和时间，时间如 09:30。")) }
        if until == nil { errors.append(FieldError("register_by", "请填写报名截止日期。")) }
        let seats = rules.roles.map { role -> Seats in
            let text = form["seats.\(role.code)"] ?? ""
            return Seats(code: role.code, name: role.name, seats: text.isEmpty ? 0 : Int(text) ?? -1)
        }
        guard errors.isEmpty, let starts, let until else { throw DomainError.invalid(errors) }
        return Hearing.Facts(
            title: form["title"] ?? "", matter: form["matter"] ?? "", place: form["place"] ?? "",
            startsAt: starts, registerBy: until, seats: seats)
    }

    /// `starts_on` and `starts_at`, together.
    static func time(_ form: FormData) -> Instant? {
        guard let day = form["starts_on"].flatMap({ CivilDate(iso: $0) }),
            let match = (form["starts_at"] ?? "").wholeMatch(of: /([01]?\d|2[0-3])[:：]([0-5]\d)/),
            let hour = Int(match.output.1), let minute = Int(match.output.2)
        else { return nil }
        return Instant(day: day, hour: hour, minute: minute)
    }
}
