import Cases
import Services
import Web
import WorkingTime

/// On the check page: what the hall said of this application, or the way to ask it.
struct PreCheckPanel {
    let wizard: Wizard
    let token: CSRFToken

    var html: HTML? {
        // At the counter the clerk is looking at it already.
        guard !wizard.draft.isAtCounter else { return nil }
        guard let check = wizard.precheck else {
            return asking("提交以前，可以先请政务服务中心的窗口看一遍，指出需要改正的地方。预审不是受理，也可以直接提交。")
        }
        guard let answer = check.answer else {
            return Notice("窗口正在预审", "<p>\(check.requestedAt.chinese)请求预审。您也可以不等答复，直接提交。</p>").html
        }
        return "\(said(answer))\(asking("改好以后，可以再请窗口看一遍。"))"
    }

    private func said(_ answer: PreCheck.Answer) -> HTML {
        let names = wizard.item.askedMaterials.filter { answer.missing.contains($0.id) }.map(\.name)
        return Notice(
            answer.isPassed ? "预审通过，可以提交" : "预审：需要改正",
            """
            \(if: !answer.words.isEmpty, "<p>\(answer.words)</p>")
            \(if: !names.isEmpty, "<p>缺少或者不合格的材料：\(names.joined(separator: "、"))</p>")
            <p class="hint">\(answer.by.name)，\(answer.at.chinese)</p>
            """, tone: answer.isPassed ? .done : .warning
        ).html
    }

    private func asking(_ words: String) -> HTML {
        """
        <details class="more"><summary>请窗口预审</summary><p>\(words)</p>
        \(PostButton("请窗口预审", action: ApplicationPath.precheck(wizard.draft.id), token: token).html)</details>
        """
    }
}
