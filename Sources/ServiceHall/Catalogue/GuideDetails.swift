import Government
import Services
import Web

/// Where to go and whom to ask, the law, what people ask, and what to do against a decision.
extension GuidePage {
    var place: HTML {
        """
        <h2>在哪里办、问谁</h2>
        <p>在网上就能办。想到现场办的，请到：</p>
        \(SummaryList([
            .init("窗口", "\(item.counter.name)"),
            .init("地址", "\(item.counter.address)"),
            .init("时间", "\(item.counter.hours)"),
            .init("咨询电话", telephone(item.counter.phone)),
        ] + elements).html)
        \(guide.booking.map { "<p><a href=\"\($0)\">预约到大厅办理的时间</a></p>" as HTML })
        \(if: item.assurance == .present, seen)
        """
    }

    /// What the implementation list says beyond that; nothing where the item does not say it.
    private var elements: [SummaryList.Row] {
        guard let more = item.elements else { return [] }
        let words: [(String, String?)] = [
            ("办理形式", more.handlingForms?.map(\.chinese).joined(separator: "、")),
            ("通办范围", more.area?.chinese), ("代亲友办理", item.proxy.map(\.chinese)),
            ("必须到现场的原因", item.visits > 0 ? more.visitReason : nil),
            ("数量限制", more.quantityLimit), ("中介服务", more.intermediary),
        ]
        let rows = words.compactMap { row in row.1.map { SummaryList.Row(row.0, "\($0)") } }
        return rows + (more.supervisionPhone.map { [.init("监督投诉", telephone($0))] } ?? [])
    }

    private var seen: HTML {
        "<p class=\"hint\">在网上办理前，须本人带身份证到综合窗口当面核验一次身份；已经核验过的不用再来。</p>"
    }

    var law: HTML? {
        guard let list = GuidePage.bullets(item.legalBasis.map(\.chinese)) else { return nil }
        return """
            <h2>法律依据</h2>
            \(list)
            <p class="hint">事项类型：\(item.typeName)　事项编码：<span class="code">\(guide.service.code)</span></p>
            """
    }

    var questions: HTML? {
        guard !item.questions.isEmpty else { return nil }
        return """
            <h2>大家常问</h2>
            \(each: item.questions, { "<h3>\($0.question)</h3><p>\($0.answer)</p>" })
            """
    }

    var remedies: HTML {
        """
        <h2>对结果不服怎么办</h2>
        <p>自知道决定之日起 60 日内可以申请行政复议，也可以在 6 个月内直接向人民法院起诉。</p>
        \(SummaryList([
            .init("行政复议", remedy(item.remedies.review)),
            .init("行政诉讼", remedy(item.remedies.litigation)),
        ]).html)
        """
    }

    private func remedy(_ body: Remedies.Body) -> HTML {
        "\(body.name)<br>\(body.address)<br>\(telephone(body.phone))"
    }

    private func telephone(_ number: String) -> HTML { "<a href=\"tel:\(number)\">\(number)</a>" }
}
