import Cases
import Codes
import Synchronization

/// People and enterprises that were made up, each with a valid number of its own; one in three comes again.
final class CrowdPeople: Sendable {
    private static let surnames = Array("陈李黄张梁林刘吴罗杨谢何邓郭曾周叶冯苏蔡")
    private static let given = Array("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英文华建国志海燕玲红梅")
    private static let trades = ["餐饮", "食品", "建材", "物流", "服装", "电子", "家具", "农产品", "文具", "汽修"]
    private static let places = ["城东", "城西", "黄岗", "睦岗", "星湖", "端城", "古塔", "前进", "康乐", "白沙"]
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    private let turn: Mutex<Int>

    init(start: Int) {
        turn = Mutex(start)
    }

    func next(isPerson: Bool) throws -> CopyApplicant {
        let turn = turn.withLock {
            $0 += 1
            return $0
        }
        let number = turn * 2 / 3
        let account = Int64(1 << 52) + Int64(number)
        return isPerson
            ? CopyApplicant(name: name(number), code: try identity(number), accountID: account)
            : CopyApplicant(name: enterprise(number), code: try credit(number), accountID: account)
    }

    private func name(_ number: Int) -> String {
        let (surname, first, second) = (number % 20, number / 20 % 32, number / 640 % 33)
        let end = second == 32 ? "" : String(Self.given[second % Self.given.count])
        return "\(Self.surnames[surname])\(Self.given[first % Self.given.count])\(end)"
    }

    private func enterprise(_ number: Int) -> String {
        let (place, trade) = (number % 10, number / 10 % 10)
        return "肇庆端州\(Self.places[place])\(Self.given[number / 100 % 32])\(Self.given[number / 3_200 % 32])"
            + "\(Self.trades[trade])有限公司"
    }

    /// Area 441299 was never given out.
    private func identity(_ number: Int) throws -> String {
        let (year, month, day) = (1950 + number / 336 % 56, 1 + number / 28 % 12, 1 + number % 28)
        let sequence = number / 18_816 % 1_000
        return try IdentityNumber.checked(
            body17: "441299\(year)\(Self.two(month))\(Self.two(day))\(Self.three(sequence))"
        ).text
    }

    private func credit(_ number: Int) throws -> String {
        var (rest, tail) = (number, "")
        for _ in 0..<6 {
            tail = String(Self.alphabet[rest % Self.alphabet.count]) + tail
            rest /= Self.alphabet.count
        }
        return try CreditCode.checked(body17: "91441202MA9\(tail)").text
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    private static func three(_ number: Int) -> String { String(String(number + 1_000).dropFirst()) }
}
