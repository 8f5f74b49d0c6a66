import Cases
import Identity
import Web
import WorkingTime

/// What can be done about a hearing, and about a paper with a mistake.
extension ActionForms {
    var hearingForms: [HTML] {
        let duties = dossier.duties
        return [
            duties.mayTellHearingRight ? telling : nil,
            duties.mayScheduleHearing ? scheduling : nil,
            duties.mayRegisterParticipant ? registering : nil,
            duties.mayRecordHearing ? recording : nil,
            duties.mayCloseHearing ? closing : nil,
        ].compactMap(\.self)
    }

    private var telling: HTML {
        form(.hearingRight, note: "许可直接涉及申请人与他人之间重大利益关系的，作出决定前应当告知听证权利（《行政许可法》第四十七条）。五个工作日内没有要求的，视为放弃。") {
            field in
            [field("cause", "为什么告知", .longText, hint: "申请人会看到，也会写进听证告知书。")]
        }
    }

    private var scheduling: HTML {
        form(.hearingNotice, note: "至少提前 7 个工作日通知，收到要求后 20 个工作日内举行；主持人不能是审查本件的人（《行政许可法》第四十七条、第四十八条）。") {
            field in
            [
                field("day", "日期", .date), field("time", "时间", hint: "例如 09:30。"), field("place", "地点"),
                field(
                    "chair", "主持人", .choice,
                    options: dossier.colleagues.filter { $0.roles.contains(where: \.handlesMatters) }
                        .map { .init(String($0.id), $0.name) }),
            ]
        }
    }

    private var registering: HTML {
        form(.hearingParticipants, note: "听证开始前登记每一位参加人。") { field in
            [
                field("name", "姓名"),
                field("capacity", "以什么身份参加", hint: "例如申请人、利害关系人、审查人员、证人。"),
            ]
        }
    }

    private var recording: HTML {
        form(.hearingRecord, note: "写好以后由申请人核对确认，确认前可以改写。") { field in
            [field("words", "听证笔录", .longText, hint: "一段一行：谁说了什么、提交了什么证据。")]
        }
    }

    private var closing: HTML {
        form(.hearingClosing, note: "申请人拒绝确认或者没有到场时，由主持人写明情况并结束听证。") { field in
            [field("reason", "没有确认的原因", .longText)]
        }
    }

    /// One form for each paper that still holds.
    var correctionForms: [HTML] {
        dossier.subject.documents.filter { dossier.duties.mayCorrect($0) }.map(correction)
    }

    private func correction(_ paper: IssuedDocument) -> HTML {
        let lines =
            paper.kind == .licence
            ? paper.facts.map { ($0.label, $0.value) }
            : paper.paragraphs.enumerated().map { ("第 \($0.offset + 1) 段", $0.element) }
        let attempt = attempt.flatMap {
            $0.action == .corrections && $0.form["document"] == String(paper.id) ? $0 : nil
        }
        let field = ActionField(.corrections, task: nil, attempt: attempt)
        let fields = lines.enumerated().map { place, line in
            var entry = field("text.\(place)", line.0, paper.kind == .licence ? .text : .longText)
            if entry.values.isEmpty { entry.values = [line.1] }
            return entry
        }
        return """
            <details class="more"\(attribute: "open", if: attempt != nil)><summary>更正《\(paper.title)》（\(paper.number)）</summary>
            <p class="quiet-words">改正有误的内容，发出更正件；原件会标明已更正，申请人会收到更正通知书。</p>
            \(Form(
                action: DeskPath.post(.corrections, case: dossier.number), token: token,
                fields: fields + [field("reason", "哪里有误、为什么更正", .longText)],
                also: CaseAction.corrections.hidden(dossier)
                    + "<input type=\"hidden\" name=\"document\" value=\"\(paper.id)\">",
                submit: CaseAction.corrections.title).html)
            </details>
            """
    }
}
