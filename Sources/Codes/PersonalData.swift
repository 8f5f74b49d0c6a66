import Refusals

/// Finds personal data in words that are about to be published, and takes it out of those that others wrote.
public enum PersonalData {
    /// What must come out, in words; empty when nothing was found.
    ///
    /// - Parameter names: what must not be named besides numbers: the applicant and whoever acts for them.
    public static func findings(in text: String, names: [String]) -> [Sentence] {
        var findings: [Sentence] = []
        for name in names where name.count > 1 && text.contains(name) {
            findings.append("公开的文字里有申请人的姓名或者名称「\(Masking.name(name))」，请删去。")
        }
        let kinds = Set(numbers(in: text).compactMap(kind))
        return findings + Kind.allCases.filter(kinds.contains).map(\.sentence)
    }

    /// The same text with a star for every digit of a number that belongs to a person, and the names masked.
    public static func masked(_ text: String, names: [String] = []) -> String {
        var hidden = Set<Int>()
        for number in numbers(in: text) where kind(number) != nil { hidden.formUnion(number.places) }
        let stars = text.enumerated().map { hidden.contains($0) ? "*" : $1 }
        return names.filter { $0.count > 1 }.reduce(String(stars)) {
            $0.replacing($1, with: Masking.name($1))
        }
    }

    private enum Kind: CaseIterable {
        case identity, mobile, card

        var sentence: Sentence {
            switch self {
            case .identity: "公开的文字里有身份证号码，请删去。"
            case .mobile: "公开的文字里有手机号码，请删去。"
            case .card: "公开的文字里有像银行卡号的数字，请删去。"
            }
        }
    }

    /// Digits that stand together, and at which characters of the text.
    private struct Number {
        var digits = ""
        var places: [Int] = []
    }

    private static func kind(_ number: Number) -> Kind? {
        if (try? IdentityNumber(number.digits)) != nil { return .identity }
        if isMobile(number.digits) { return .mobile }
        return (16...19).contains(number.digits.count) ? .card : nil
    }

    private static func isMobile(_ number: String) -> Bool {
        number.count == 11 && number.first == "1" && number.dropFirst().first.map("3456789".contains) == true
    }

    /// Blanks and hyphens that people put between digits do not hide a number.
    private static func numbers(in text: String) -> [Number] {
        runs(in: text, skipping: "") + runs(in: text, skipping: " -－　")
    }

    /// Full-width digits count as well.
    private static func runs(in text: String, skipping skipped: String) -> [Number] {
        var runs: [Number] = []
        var run = Number()
        for (place, character) in text.enumerated() {
            if let digit = character.wholeNumberValue, (0...9).contains(digit) {
                run.digits += String(digit)
                run.places.append(place)
            } else if "XxｘＸ".contains(character), run.digits.count == 17 {
                run.digits += "X"
                run.places.append(place)
            } else if !skipped.contains(character) {
                runs.append(run)
                run = Number()
            }
        }
        return (runs + [run]).filter { !$0.digits.isEmpty }
    }
}
