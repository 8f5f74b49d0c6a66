import Web
import WorkingTime

/// From the day of the hearing on: the record, its signatures, and the decision.
extension DeskPage {
    var lineForm: HTML {
        let kinds = RecordLine.Kind.allCases.filter { $0 != .question }.map {
            Field.Option($0.rawValue, $0.chinese)
        }
        let fields = [
            Field(
                "kind", "哪一类", .choice, value: form.entered?["kind"] ?? "speech", options: kinds,
                error: form.errors["kind"]),
            field("speaker", "谁说的", hint: "如：消费者参加人 3 号"), field("words", "内容", .longText),
        ]
        return "<h2>记一条</h2>\(post("lines", fields, "记下，立即公开"))"
    }

    var closing: HTML {
        "<p class=\"actions\">\(PostButton("听证结束，等待签字", action: HearingPath.act(id, "record-closing"), token: token, tone: .danger).html)</p>"
    }

    var record: HTML {
        """
        <h2>笔录</h2><ol class="timeline">\(each: lines.reversed(), { line in
            """
            <li class="done"><time datetime="\(line.writtenAt.rfc3339)">\(line.writtenAt.time)</time>
            <div><b>第 \(line.number) 条 · \(line.speaker)</b>（\(line.kind.chinese)）\(paragraphs(line.words))</div></li>
            """
        })</ol>
        """
    }

    var signatures: HTML {
        let signatories = registrations.filter(\.signs)
        let missing = signatories.filter { $0.signature == nil }
        let fields = [
            field(
                "number", "谁没有签", .division,
                options: missing.map { .init(String($0.number), "报名号 \($0.number) \($0.name)") }),
            field(
                "signature", "为什么", .choice, options: [.init("absent", "缺席"), .init("refused", "拒绝签字")]),
            field("reason", "说明", hint: "如：因病请假；认为第 5 条与发言不符。会通知本人，本人仍可以签字。"),
        ]
        let note = "<h2>注明没有签字的</h2>\(post("signatures", fields, "注明"))" as HTML
        let earliest = Hearing.publishable(signatories).flatMap { $0 > now ? $0 : nil }
        let wait =
            earliest.map { "<p>注明没有签字的已经通知本人，要留一天补签，\($0.chinese)以后才能公布笔录。</p>" as HTML }
        return """
            <p class="lead">\(signatories.count) 位参加人，还有 \(missing.count) 位没有签字，也没有注明原因。参加人用自己的账号在公开的页面签字，旁听的不签。</p>
            \(DrawTable(hearing: hearing, registrations: signatories).html)
            \(if: !missing.isEmpty, note)
            \(wait)
            \(if: missing.isEmpty && mayAnnounce && earliest == nil, button("publication", "公布笔录"))
            """
    }

    var annotation: HTML {
        let words = field(
            "words", "注明什么", .longText,
            hint: "写明第几条、记成了什么、应当是什么。原来的文字不改，注明接在笔录后面，立即公开；签过字的人要重新签。")
        return "<h2>注明笔录的出入</h2>\(post("notes", [words], "注明并请参加人签字"))"
    }

    var decisionForm: HTML {
        let fields = [
            field("title", "决定的名称和文号"),
            field("lines", "引用笔录的第几条", hint: "写编号，如：3、12。决定必须引用笔录。"),
            field("taken", "采纳了什么，没有采纳的为什么", .longText),
        ]
        return "<h2>登记决定</h2>\(post("decision", fields, "登记并公布"))"
    }
}
