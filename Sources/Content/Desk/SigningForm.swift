import Refusals
import Web
import WorkingTime

/// The form by which an edition is signed: when it goes out, and until when it stays.
struct SigningForm {
    let id: String
    /// What was entered.
    let entered: FormData
    let errors: [FieldError]
    let token: CSRFToken

    var html: HTML {
        Form(
            action: ContentPath.act(id, "publication"), token: token, fields: fields, submit: "签发"
        ).html
    }

    private var fields: [Field] {
        [
            Field(
                "release_day", "公开的日期", .date, hint: "不填就是签发后立即公开。", isRequired: false,
                value: entered["release_day"] ?? "", error: errors["release_day"]),
            Field(
                "release_time", "公开的时刻", hint: "例如 09:00；填了日期、不填时刻就是 9 点。", isRequired: false,
                value: entered["release_time"] ?? "", error: errors["release_time"]),
            Field(
                "last_day", "公开到哪一天", .date, hint: "过了这一天自动撤下；不填就一直公开。", isRequired: false,
                value: entered["last_day"] ?? "", error: errors["last_day"]),
        ]
    }
}

extension ReleasePlan {
    /// - Throws: `invalid` for days and times that cannot be read.
    init(_ form: FormData) throws {
        var errors: [FieldError] = []
        func day(_ name: String) -> CivilDate? {
            guard let text = form[name], !text.isEmpty else { return nil }
            let day = CivilDate(iso: text)
            if day == nil { errors.append(FieldError(name, "日期请写成 2026-12-01 的样子。")) }
            return day
        }
        let (first, last) = (day("release_day"), day("last_day"))
        let written = form["release_time"] ?? ""
        let time = Self.time(written.isEmpty ? "9:00" : written)
        if time == nil { errors.append(FieldError("release_time", "时刻请写成 09:00 的样子。")) }
        if !written.isEmpty, (form["release_day"] ?? "").isEmpty {
            errors.append(FieldError("release_day", "写了时刻，请把日期也写上。"))
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        self.init(
            goesOutAt: first.flatMap { day in time.map { Instant(day: day, hour: $0.hour, minute: $0.minute) }
            },
            lastDay: last)
    }

    private static func time(_ text: String) -> (hour: Int, minute: Int)? {
        guard let match = text.wholeMatch(of: /([0-9]{1,2})[:：]([0-9]{2})/), let hour = Int(match.1),
            let minute = Int(match.2), hour < 24, minute < 60
        else { return nil }
        return (hour, minute)
    }
}
