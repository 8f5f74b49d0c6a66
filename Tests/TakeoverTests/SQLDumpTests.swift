import Testing

@testable import Takeover

@Suite("读 MySQL 导出的 SQL")
struct SQLDumpTests {
    private func rows(_ text: String, _ table: OldTable = .users) -> [[String: String]] {
        SQLDump(Array(text.utf8)).rows[table] ?? []
    }

    @Test(
        "断了、空的、不相干的语句读不出行，也不出错",
        arguments: [
            "", "INSERT INTO `sys_user` VALUES (", "insert into sys_user values(1,'没有闭合", "INSERT INTO",
            "INSERT INTO `sys_menu` VALUES (1,'菜单');", "DROP TABLE sys_user;", "/* 没有结束的注释", "`", "'",
        ])
    func broken(_ text: String) {
        #expect(rows(text).allSatisfy { $0["user_name"] == nil })
    }

    @Test("建表语句写明了列的顺序，就按它；没有列名就按若依的默认顺序")
    func columns() {
        let created = """
            DROP TABLE IF EXISTS `sys_user`;
            /*!40101 SET character_set_client = utf8 */;
            CREATE TABLE `sys_user` (
              `user_id` bigint(20) NOT NULL AUTO_INCREMENT COMMENT '用户ID, (主键)',
              `login_name` varchar(30) NOT NULL,
              `user_name` varchar(30) DEFAULT '' COMMENT '姓名',
              PRIMARY KEY (`user_id`), KEY `a` (`login_name`)
            ) ENGINE=InnoDB;
            INSERT INTO `sys_user` VALUES (1,'gaofeng','高峰'),(2,'luojun',NULL);
            """
        #expect(
            rows(created) == [
                ["user_id": "1", "login_name": "gaofeng", "user_name": "高峰"],
                ["user_id": "2", "login_name": "luojun"],
            ])
        let plain = rows(
            "insert into sys_user values(1, 103, 'ry', '若依', '00', 'a@b.c', '', '1', '', 'x', '0', '2');")
        #expect(plain.first?["user_name"] == "ry" && plain.first?["del_flag"] == "2")
    }

    @Test("库名、列名表、引号和转义、函数、注释都认得，别的表的内容不会当成语句")
    func spellings() {
        let text = #"""
            -- insert into sys_user values (9);
            # insert into sys_user values (9);
            INSERT INTO sys_menu VALUES (1,'insert into sys_user values (8);','a''b');
            INSERT INTO `ry-vue`.`sys_user` (`user_id`, `nick_name`, `create_time`, `remark`)
            VALUES (1, 'O\'Neil，“局”''长''', sysdate(), _utf8 'x'), (-2, "甲;乙", now(3), NULL);
            insert ignore into ruoyi.sys_user (user_id) values (3);
            """#
        #expect(
            rows(text) == [
                ["user_id": "1", "nick_name": "O'Neil，“局”'长'", "remark": "x"],
                ["user_id": "-2", "nick_name": "甲;乙"], ["user_id": "3"],
            ])
    }
}
