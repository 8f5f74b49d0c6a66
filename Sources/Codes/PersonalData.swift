import Refusals

/// Finds personal data in words that are about to be published, and takes it out of those that others wrote.
public enum PersonalData {
    /// What must come out, in words; empty when nothing was found.
    ///
    /// - Parameter names: the names of those who must not be named: the applicant and whoever acts for them.
    /// - Parameter lines: the landlines that offices have told everybody; nil where landlines are not looked for, because
    ///   offices write of themselves.
    public static func findings(
        in text: String, names: [String], landlinesBesides lines: [String]? = nil
    ) -> [Sentence] {
        var findings: [Sentence] = []
        for name in names where name.count > 1 {
            let hidden = HiddenName(name)
            guard !hidden.places(in: text).isEmpty else { continue }
            findings.append(
                hidden.isNumber
                    ? "公开的文字里有申请人的电话，请删去。" : "公开的文字里有申请人的姓名或者名称「\(Masking.name(name))」，请删去。")
        }
        // Blanks and hyphens that people put between digits do not hide a number.
        let numbers = runs(in: text) + runs(in: text, skipping: " -－　")
        let identities = numbers.filter { (try? IdentityNumber($0)) != nil }
        if !identities.isEmpty { findings.append("公开的文字里有身份证号码，请删去。") }
        if numbers.contains(where: isMobile) || Masking.hasDottedMobile(text) {
            findings.append("公开的文字里有手机号码，请删去。")
        }
        if numbers.contains(where: { (16...19).contains($0.count) && !identities.contains($0) }) {
            findings.append("公开的文字里有像银行卡号的数字，请删去。")
        }
        let known = Set((lines ?? []).map { $0.filter(\.isNumber) })
        if lines != nil, Masking.landlines(in: text).contains(where: { !known.contains($0) }) {
            findings.append("公开的文字里有固定电话号码，请删去。")
        }
        return findings
    }

    /// Whether a text tells any of these names and numbers, however they are spaced.
    public static func isTold(in text: String, any words: [String]) -> Bool {
        words.contains { $0.count > 1 && !HiddenName($0).places(in: text).isEmpty }
    }

    /// The same text with the numbers that belong to persons covered, and the names.
    public static func masked(_ text: String, names: [String] = []) -> String {
        // The names first: of a number whose last digits stay legible nothing could be found any more.
        let unnamed = names.filter { $0.count > 1 }.reduce(text) {
            HiddenName($1).covered(in: $0)
        }
        return Masking.numbers(in: unnamed)
    }

    private static func isMobile(_ number: String) -> Bool {
        number.count == 11 && number.first == "1" && number.dropFirst().first.map("3456789".contains) == true
    }

    /// Digits that stand together, full-width ones as well.
    private static func runs(in text: String, skipping skipped: String = "") -> [String] {
        var runs: [String] = []
        var run = ""
        for character in text {
            if let digit = character.wholeNumberValue, (0...9).contains(digit) {
                run.append(String(digit))
            } else if "Xxｘ".contains(character) || character == "Ｘ", run.count == 17 {
                run.append("X")
            } else if !skipped.contains(character) {
                runs.append(run)
                run = ""
            }
        }
        return (runs + [run]).filter { !$0.isEmpty }
    }
}
