import Refusals
import Web
import WorkingTime

/// A calendar as an administrator writes it: one line a day, as the State Council's notice lists them.
struct CalendarEdition: Sendable, Hashable {
    /// The version it was begun from; somebody else's publication in between is not overwritten.
    var base: Int
    var years: String
    var holidays: String
    var workdays: String
    var source: String

    /// The calendar in force, ready to be edited.
    init(_ calendar: WorkingCalendar) {
        base = calendar.version
        years = calendar.years.map(String.init).joined(separator: " ")
        holidays = calendar.holidays.sorted { $0.key < $1.key }.map { "\($0.key.iso) \($0.value)" }
            .joined(separator: "\n")
        workdays = calendar.workdays.sorted().map(\.iso).joined(separator: "\n")
        source = calendar.source
    }

    /// What was sent.
    init(_ form: FormData) throws {
        guard let base = form["base"].flatMap(Int.init) else {
            throw DomainError.malformed("表单不完整，请重新打开工作日历再编辑。")
        }
        self.base = base
        years = form["years"] ?? ""
        holidays = form["holidays"] ?? ""
        workdays = form["workdays"] ?? ""
        source = form["source"] ?? ""
    }

    /// The next version of the calendar.
    ///
    /// - Throws: `invalid` naming each line that cannot be read, and days that contradict each other.
    func calendar() throws -> WorkingCalendar {
        var errors: [FieldError] = []
        let years = readYears(&errors)
        let holidays = readHolidays(&errors)
        let workdays = readWorkdays(&errors)
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        do {
            return try WorkingCalendar(
                version: base + 1, years: years, holidays: holidays, workdays: workdays, source: source)
        } catch {
            throw DomainError.invalid("workdays", error.sentence)
        }
    }

    private func readYears(_ errors: inout [FieldError]) -> [Int] {
        let words = years.split { $0.isWhitespace || "、，,".contains($0) }
        let numbers = words.compactMap { Int($0) }.filter { (2000...2100).contains($0) }
        if numbers.isEmpty || numbers.count < words.count {
            errors.append(FieldError("years", "请填写已公布放假安排的年份，例如「2025 2026 2027」。"))
        }
        return numbers.sorted()
    }

    private func readHolidays(_ errors: inout [FieldError]) -> [CivilDate: String] {
        var days: [CivilDate: String] = [:]
        for (number, line) in lines(of: holidays) {
            let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
            guard words.count == 2, let day = CivilDate(iso: String(words[0])) else {
                errors.append(FieldError("holidays", "第 \(number) 行应为「2027-01-01 元旦」这样的日期和名称。"))
                continue
            }
            days[day] = String(words[1])
        }
        return days
    }

    private func readWorkdays(_ errors: inout [FieldError]) -> Set<CivilDate> {
        var days: Set<CivilDate> = []
        for (number, line) in lines(of: workdays) {
            guard let day = CivilDate(iso: line) else {
                errors.append(FieldError("workdays", "第 \(number) 行应为「2027-02-06」这样的日期。"))
                continue
            }
            days.insert(day)
        }
        return days
    }

    private func lines(of text: String) -> [(number: Int, line: String)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { ($0.offset + 1, $0.element.trimmingPrefix { $0.isWhitespace }) }
            .map { ($0.0, String($0.1.reversed().drop { $0.isWhitespace }.reversed())) }
            .filter { !$0.1.isEmpty }
    }
}
