import Cases
import Web
import WorkingTime

/// What can be done with the clocks of a case.
extension ActionForms {
    var clockForms: [HTML] {
        let duties = dossier.duties
        return [
            duties.maySuspend ? suspension : nil,
            duties.mayResume ? resumption : nil,
            duties.mayExtend ? extending : nil,
        ].compactMap(\.self)
    }

    private var suspension: HTML {
        form(.suspensions, note: "暂停的时间不计入办理时限，申请人会收到通知（《行政许可法》第四十五条）。") { field in
            [
                field(
                    "reason", "事由", .choice,
                    options: SuspensionReason.allCases.map { .init($0.rawValue, $0.chinese) }),
                field("note", "具体情况", .longText, hint: "申请人会看到。"),
                field("expected_days", "预计需要的天数", .integer, hint: "1 到 180 天。"),
            ]
        }
    }

    private var resumption: HTML {
        form(.resumptions, note: "暂停的事由已经结束时，恢复计时。申请人会收到通知。") { _ in [] }
    }

    private var extending: HTML {
        let rule = dossier.subject.plan.extensionRule
        return form(.extensions, note: "可以延长一次，\(rule.limit.chinese)（\(rule.basis)）。") { field in
            [field("reason", "延长的理由", .longText, hint: "申请人会看到。")]
        }
    }
}
