import Accountability
import AdministrativeHall
import AnnualInspection
import Bulletins
import Cockpit
import Consultations
import Content
import Desk
import Disclosure
import Forum
import Hearings
import Hotline
import Languages
import Licences
import Oversight
import ParticipationFigures
import Performance
import ProcessDesk
import Rights
import ServiceRequests
import SiteSearch
import SiteStatistics
import Supervision
import SupervisionOrders
import Surveys
import Targets
import Web

extension DeskSection {
    /// What is found at the desk. Whom a link is shown to is not said here but by the page it leads to: a grant that is
    /// changed changes the menu too. Only where a page asks for no power is it said whose work it is.
    static let all = [everyDay, own, services, participation, supervision, figures, content, administration]

    private static let everyDay = DeskSection(
        nil,
        [
            NavigationLink("待办", DeskPath.home, audience: .staff),
            NavigationLink("找办件", DeskPath.search, audience: .staff),
        ])

    private static let own = DeskSection(
        "我的工作",
        [
            NavigationLink("大厅", HallPath.desk),
            NavigationLink("窗口代办", DeskPath.counter),
            NavigationLink("预审", DeskPath.prechecks),
            NavigationLink("代办和监护登记", DeskPath.relatives),
            NavigationLink("原件", HallPath.papers),
            NavigationLink("本部门的证照", LicencePath.desk),
            NavigationLink("联合年检", InspectionPath.desk),
            NavigationLink("评价和差评", "/desk/ratings"),
            NavigationLink("信息请求", "/desk/person-requests"),
            NavigationLink("请假代理", RightsPath.deputies, audience: .staff),
            NavigationLink("工作日历", "/desk/calendar", audience: .staff),
        ])

    private static let services = DeskSection(
        "事项与流程",
        [
            NavigationLink("事项库", "/desk/items"),
            NavigationLink("表单设计", "/desk/forms"),
            NavigationLink("一件事", "/desk/joint-services"),
            NavigationLink(
                "业务流程", ProcessDeskPath.processes,
                audience: .roles(["officer", "head", "leader", "supervisor"])),
        ])

    private static let participation = DeskSection(
        "诉求与参与",
        [
            NavigationLink("热线", HotlinePath.desk),
            NavigationLink(
                "群众诉求", RequestPath.desk, audience: .roles(["hotline", "officer", "head", "clerk"])),
            NavigationLink("知识库", KnowledgePath.desk, audience: .roles(["hotline", "officer", "head"])),
            NavigationLink("问卷", SurveyPath.desk),
            NavigationLink("征求意见", ConsultationPath.desk),
            NavigationLink("听证会", HearingPath.desk),
            NavigationLink("论坛管理", ForumPath.desk),
        ])

    private static let supervision = DeskSection(
        "监察督查",
        [
            NavigationLink("监察", SupervisionPath.signals),
            NavigationLink("督办", OrderPath.orders),
            NavigationLink(
                "问责", AccountabilityPath.inquiries, audience: .roles(["supervisor", "leader", "head"])),
            NavigationLink("监察通报", BulletinPath.desk),
            NavigationLink("报送监察的事项", SupervisionPath.kinds),
            NavigationLink("代表监督", OversightPath.home),
            NavigationLink("代表建议", OversightPath.desk),
        ])

    private static let figures = DeskSection(
        "绩效与分析",
        [
            NavigationLink("绩效", PerformancePath.ranking),
            NavigationLink("目标", TargetPath.targets),
            NavigationLink("决策参考", CockpitPath.cockpit),
            NavigationLink("流程分析", "/desk/process-analysis"),
            NavigationLink("办事渠道", "/desk/access"),
            NavigationLink("热线数据", HotlinePath.figures),
            NavigationLink("民意数据", FiguresPath.figures),
            NavigationLink("访问统计", StatisticsPath.desk),
        ])

    private static let content = DeskSection(
        "内容与公开",
        [
            NavigationLink("内容管理", ContentPath.desk),
            NavigationLink("栏目保障", "/desk/content/health"),
            NavigationLink("多语言", LanguagesPath.desk),
            NavigationLink("站内搜索", SearchPath.desk),
            NavigationLink("信息公开", DisclosurePath.desk, audience: .roles(["officer", "head"])),
        ])

    private static let administration = DeskSection(
        "管理", [NavigationLink("系统管理", "/desk/administration")])
}
