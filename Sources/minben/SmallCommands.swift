import ArgumentParser
import Cases
import Codes
import DecisionModel
import Foundation
import Government
import Storage
import WorkingTime

/// Evaluates one FEEL expression.
struct Feel: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "计算 FEEL 表达式")
    @Argument(help: "表达式") var expression: String
    @Option(help: "变量，JSON 对象") var context = "{}"

    func run() throws {
        guard let variables = try? JSONDecoder().decode(Variables.self, from: Data(context.utf8)) else {
            print("--context 应为 JSON 对象")
            throw ExitCode(1)
        }
        let surroundings = FEELSurroundings(try Government.deliveredCalendar(), now: .now)
        do {
            print(try encodeJSON(FEEL.evaluate(expression, variables, surroundings)))
        } catch let error as FEELError {
            print("第 \(error.column) 列：\(error.message)")
            throw ExitCode(1)
        }
    }
}

/// Says which code a value is, and whether its check digit holds.
struct Code: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "识别编码", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "是哪种编码，校验位对不对")
        @Argument(help: "编码") var value: String

        func run() throws {
            let findings = CodeRecognition.recognise(value)
            findings.forEach { print($0.sentence) }
            if !findings.contains(where: \.isValid) { throw ExitCode(1) }
        }
    }
}

/// Reckons a limit and shows its working.
struct ClockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "clock", abstract: "推算到期日，列出推算过程")
    @Option(help: "起算日，如 2026-02-13") var from: String
    @Option(help: "期限数值") var limit: Int
    @Option(help: "单位：working_day、half_day、day、hour、month") var unit = "working_day"

    func run() throws {
        guard let day = CivilDate(iso: from) else { throw ValidationError("起算日应为 2026-02-13 这样的日期") }
        guard let limit = TimeLimit(text: "\(limit) \(unit)") else {
            throw ValidationError("期限应为 0 到 3660，单位为 working_day、half_day、day、hour 或 month")
        }
        let start = Instant(day: day, hour: 9, minute: 0)
        let reckoning = try Government.deliveredCalendar().reckon(limit, from: start, now: start)
        print("到期：\(reckoning.due?.day.iso ?? "无")")
        for count in reckoning.days {
            print("\(count.date.iso) \(count.counted ? "计入" : "不计") \(count.reason)")
        }
    }
}
