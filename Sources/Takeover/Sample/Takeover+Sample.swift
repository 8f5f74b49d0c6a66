import CSV
import Identity
import Journal
import Storage
import WorkingTime

extension Takeover {
    /// The older system of the sample district: its staff and its cases, handed in and tried, for somebody to go on
    /// with. Nothing when there is any takeover already.
    ///
    /// - Throws: what handing files in refuses; `StorageError`.
    public func receiveSample(by actor: Actor, at now: Instant) async throws {
        guard try await takeovers.newest(after: nil).items.isEmpty else { return }
        for (kind, files) in [
            (TakeoverRecord.Kind.staff, Self.staffFiles), (.cases, Self.caseFiles(at: now)),
        ] {
            let upload = Upload(system: "原行政审批系统", files: files.map { ($0, Array($1.utf8)) })
            let (received, lines, _) = try await upload.takeover(
                kind, by: actor, at: now, ids: takeovers.database.ids, into: takeovers.files)
            var record = received
            record.plan.posts = ["2": Role.officer.rawValue]
            _ = try await takeovers.receive(record, lines, by: actor, at: now)
        }
    }

    private static var staffFiles: [(String, String)] {
        [
            (
                "sys_dept.csv",
                "dept_id,parent_id,dept_name,status,del_flag\n100,0,端州区,0,0\n101,100,市场监督管理局,0,0\n"
                    + "102,101,行政审批股,0,0\n103,100,卫生健康局,0,0\n104,100,港口管理所,0,0\n"
            ),
            (
                "sys_user.csv",
                "user_id,dept_id,user_name,nick_name,status,del_flag\n1,102,gaofeng,高峰,0,0\n"
                    + "2,103,luojun,罗军,0,0\n3,104,xuming,许明,0,0\n4,102,tangli,唐丽,1,0\n5,101,officer-scjg,李敏,0,0\n"
            ),
            (
                "sys_role.csv",
                "role_id,role_name,role_key,status,del_flag\n1,超级管理员,admin,0,0\n2,审批人员,approver,0,0\n"
            ),
            ("sys_user_role.csv", "user_id,role_id\n1,2\n2,2\n3,2\n"),
        ]
    }

    private static func caseFiles(at now: Instant) -> [(String, String)] {
        func day(_ ago: Int, _ time: String) -> String { "\(now.day.adding(days: -ago).iso) \(time)" }
        func row(_ reference: String, _ rest: String...) -> String {
            let enterprise = ["食品经营许可", "肇庆端州星湖餐饮有限公司", "91441202MA4W12346L", "", ""]
            return CSVLine.text([reference] + enterprise + rest)
        }
        let rows = [
            row("SP-0301", "办理中", day(4, "09:30"), day(3, "10:00"), "", "店铺名称=星湖小馆", "窗口收件｜受理"),
            row("SP-0287", "办理中", day(20, "15:10"), day(18, "09:00"), day(15, "～ 检验"), "", "收件｜受理｜送检"),
            row("SP-0310", "待受理", day(1, "16:40"), "", "", "", ""),
            row(
                "SP-0199", "已办结", day(60, "09:00"), day(59, "09:00"), "", "", "", "", "准予",
                day(50, "10:00")),
            row("SP-0200", "已办结", day(60, "09:00"), day(59, "09:00")),
        ]
        return [("办件.csv", MatterColumn.template + rows.joined())]
    }
}
