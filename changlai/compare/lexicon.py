"""Everyday words in Chinese, English, Korean and Japanese: enough to tell which of two paragraphs another one translates.

Not a dictionary. Each entry is one Chinese word and what often stands for it in English, in Korean and, where it is not written with the
same characters, in Japanese. Of words that only end otherwise the beginning is enough.
"""

WORDS = """
年 year 해,년|月 month,moon 달,월|日 day,sun 날,일|天 day,sky,heaven 하늘,날|周 week,around 주|星期 week 요일,주일 曜日,週
星期一 monday 월요일 月曜|星期二 tuesday 화요일 火曜|星期三 wednesday 수요일 水曜|星期四 thursday 목요일 木曜|星期五 friday 금요일 金曜
星期六 saturday 토요일 土曜|星期日 sunday 일요일 日曜|周末 weekend 주말|今天 today 오늘 今日,きょう|明天 tomorrow 내일 明日,あす
昨天 yesterday 어제 昨日,きのう|今年 this 올해 ことし|去年 last 지난해,작년 昨年|明年 next 내년 来年|早上 morning 아침 朝
上午 morning 오전 午前|中午 noon,midday 점심,정오 正午,昼|下午 afternoon 오후 午後|晚上 evening,night 저녁,밤 夜,晩,夕|夜 night 밤
春 spring 봄|夏 summer 여름|秋 autumn,fall 가을|冬 winter 겨울|季 season 철,계절|小时 hour 시간 時間|分钟 minute 분 分|点 clock,hour 시 時
时间 time,hours 시간|时候 when,time 때 とき,ころ|现在 now 지금,이제 いま,今|以前 before,ago 전,옛날 前,まえ
从前 once,used,ago 옛날,예전 昔,かつて|以后 after,later 뒤,후 後,のち|后来 later,then 나중,뒤 やがて,その後
已经 already 이미,벌써 すでに,もう|每天 every,daily 매일,날마다 毎日|开始 begin,start 시작 始|结束 end,finish 끝,마치 終,おわ
第一 first 첫 最初,はじめ|第二 second 둘째|第三 third 셋째|最后 last,final 마지막|以来 since 이래|一 one 한,하나|两 two 두 二|二 two 둘
三 three 세,셋|四 four 네|五 five 다섯|六 six 여섯|七 seven 일곱|八 eight 여덟|九 nine 아홉|十 ten 열|百 hundred 백|千 thousand 천
半 half 반 半分|几 several,few 몇 いく|多 many,more,much 많|少 few,less 적 少な|全 whole,all 온,모두|次 time 번|双 pair,both 두
人 people,person,man 사람|孩子 child,children,kid 아이,어린이 子ども,子供|儿童 child,children 어린이 子ども|男 man,male,boy 남자
女 woman,female,girl 여자|老人 old,elderly 노인,어르신 お年寄り|朋友 friend 친구,벗 友だち,友人|父亲 father 아버지 父
母亲 mother 어머니 母|爸爸 father,dad 아빠 父|妈妈 mother,mum 엄마,어머니 母|儿子 son 아들 息子|女儿 daughter 딸 娘|兄弟 brother 형제
姐妹 sister 자매 姉妹|哥哥 brother 형,오빠 兄|弟弟 brother 동생 弟|妻子 wife 아내|丈夫 husband 남편|爷爷 grandfather 할아버지 祖父,おじい
奶奶 grandmother 할머니 祖母,おばあ|家 home,family,house 집|邻居 neighbour,neighbor 이웃 近所,隣|客人 guest,visitor 손님 客
主人 host,owner 주인|大家 everyone,all 모두,다들 みんな,皆,みな|自己 self,own 자기,스스로 自分|别人 other 남,다른 ほか,他人
名字 name 이름 名前|姓 surname,family 성|身体 body 몸 体|头 head 머리|脸 face 얼굴 顔|眼 eye 눈 目|耳 ear 귀|口 mouth 입|手 hand 손
脚 foot,feet 발 足|心 heart 마음|血 blood 피|病 ill,sick,disease 병|医院 hospital 병원 病院|医生 doctor 의사 医者,医師
护士 nurse 간호사 看護|药 medicine 약|死 die,dead 죽 亡|生 born,live 태어|健康 health 건강|吃 eat,meal,food 먹,식사 食べ|喝 drink 마시 飲
饭 meal,rice,food 밥 ご飯|菜 dish,vegetable 요리,반찬 料理,野菜|肉 meat 고기|鱼 fish 물고기,생선|鸡 chicken 닭|蛋 egg 달걀 卵|米 rice 쌀
面 noodle,flour 국수,밀가루|饼 cake,pancake 떡,전|汤 soup 국,탕 スープ,汁|茶 tea 차|酒 wine,liquor 술|水 water 물
糖 sugar,sweet 설탕,엿 砂糖|盐 salt 소금|油 oil 기름|果 fruit 열매,과일 実|苹果 apple 사과 りんご|西瓜 watermelon 수박 すいか
菜单 menu 메뉴 メニュー|餐厅 restaurant 식당 食堂|厨房 kitchen 부엌 台所|锅 pot,pan 냄비,솥|碗 bowl 그릇 椀,茶碗|杯 cup,glass 잔,컵 コップ
刀 knife 칼 刃|味 taste,flavour 맛|甜 sweet 달 甘|咸 salty 짜|辣 spicy,hot 맵 辛|山 mountain,hill 산|河 river 강 川|江 river 강
湖 lake 호수|海 sea 바다|桥 bridge 다리|路 road,way 길 道|街 street 거리 通り|门 door,gate 문 戸,扉|窗 window 창|墙 wall 벽,담 壁
屋 room,house 집,방 部屋|楼 floor,building 층,누각 階|房子 house,building 집 家|树 tree 나무 木|花 flower,blossom 꽃|草 grass 풀
叶 leaf,leaves 잎|林 wood,forest 숲 森|石 stone 돌|土 soil,earth 흙|火 fire 불|风 wind 바람|雨 rain 비|雪 snow 눈|云 cloud 구름
冰 ice 얼음 氷|星 star 별|光 light 빛|影 shadow,film 그림자|地 ground,land 땅|田 field 밭,논|岛 island 섬|鸟 bird 새|猫 cat 고양이 ねこ
狗 dog 개 犬|马 horse 말|牛 cow,ox,cattle 소|羊 sheep 양|猪 pig 돼지 豚|虫 insect 벌레|天气 weather 날씨|空气 air 공기|冷 cold 춥,추 寒
热 hot,heat 덥,뜨거 暑|暖 warm 따뜻|城市 city 도시 都市,まち|市 city 시|县 county 현|村 village 마을|乡 village,town 시골,마을
镇 town 마을 町|国 country,nation 나라|世界 world 세계|中国 china,chinese 중국|韩国 korea,korean 한국|日本 japan,japanese 일본
外国 foreign 외국 海外|地方 place 곳,지방 ところ,場所|这里 here 여기 ここ|那里 there 거기 そこ|里面 inside 안 中|外面 outside 밖 外
旁边 beside,next 옆 そば,隣,脇|左 left 왼|右 right 오른|上 above,up 위|下 below,down 아래|前 front,before 앞|后 behind,after 뒤
东 east 동쪽|西 west 서쪽|南 south 남쪽|北 north 북쪽|中间 middle,between 가운데,사이 間,真ん中|附近 near,nearby 근처 近く|远 far 멀
近 near,close 가까|学校 school 학교|大学 university 대학|学生 student,pupil 학생 生徒|老师 teacher 선생 先生|课 lesson,class 수업 授業
书 book 책 本|图书馆 library 도서관|字 character,word,letter 글자 文字|话 word,speech,talk 말 言葉|语言 language 언어,말 言語,言葉
英语 english 영어|汉语 chinese 중국어 中国語|信 letter,mail 편지 手紙|纸 paper 종이|笔 pen,brush 붓,펜|写 write,wrote,written 쓰 書
读 read 읽|说 say,said,speak,tell 말 言,話|问 ask 묻 尋ね,聞|回答 answer 대답 答え|听 listen,hear 듣 聞|看 look,see,watch 보 見
画 picture,paint,draw 그림 絵|唱 sing,song 노래 歌|歌 song 노래|舞 dance 춤|戏 play,opera 놀이,연극 芝居|电影 film,movie 영화 映画
音乐 music 음악|照片 photo,photograph,picture 사진 写真|故事 story 이야기 物語,話|历史 history 역사|文化 culture 문화|博物馆 museum 박물관
展览 exhibition 전시|节 festival 명절,축제 祭|春节 spring,new 설,춘절|礼物 gift,present 선물 贈り物
比赛 match,contest,competition 경기,대회 試合,大会|球 ball 공 ボール|体育 sport 체육|游泳 swim 수영,헤엄 泳|公园 park 공원
园 garden 정원,동산 庭|车 car,vehicle 차|汽车 car 자동차 自動車,車|公共汽车 bus 버스 バス|公交 bus 버스 バス
自行车 bicycle,bike 자전거 自転車|火车 train 기차 列車,汽車|地铁 underground,subway,metro 지하철 地下鉄|站 station,stop 역 駅
车站 station,stop 역,정류장 駅,停留所|船 boat,ship 배 舟|飞机 plane,flight 비행기 飛行機|机场 airport 공항 空港
票 ticket 표 切符,券,チケット|门票 ticket,admission 입장권,표 入場|走 walk,go,leave 걷,가 歩|去 go,went 가 行|来 come,came 오
回 return,back 돌아 帰|到 arrive,reach 이르,도착 着|进 enter 들어 入|出 out,exit 나|坐 sit,seat 앉 座|站着 stand 서|跑 run 달리 走
飞 fly 날|骑 ride 타 乗|开 open 열|关 close,shut 닫 閉|停 stop 멈 止|等 wait 기다 待|找 find,look 찾 探|买 buy,bought 사|卖 sell,sold 팔
钱 money 돈 お金,金|价 price 값 値段|免费 free 무료 無料|便宜 cheap 싸 安|贵 expensive 비싸 高|店 shop,store 가게|市场 market 시장
银行 bank 은행|邮局 post 우체국 郵便|酒店 hotel 호텔 ホテル|旅馆 hotel,inn 여관 宿|做 do,make,made 하,만들 作,する|用 use 쓰 使
给 give,gave 주 くれ|拿 take,took,bring 들,가져 持|放 put,place 놓 置|送 send,give 보내 贈|带 take,bring 데리,가져 連れ,持|穿 wear 입 着
洗 wash 씻|睡 sleep,slept 자,잠 眠,寝|起 rise,get 일어|住 live,stay 살 暮|工作 work,job 일 仕事|上班 work 출근|帮 help 돕 手伝
帮助 help 도움 助け|教 teach,taught 가르|学 learn,study 배우 習|知道 know,knew 알 知|认识 know,meet 알 知り合|想 think,want 생각 思
觉得 feel,think 느끼 感じ|喜欢 like 좋아 好き|爱 love 사랑|怕 afraid,fear 두려,무서 怖|笑 laugh,smile 웃|哭 cry,wept 울 泣
见 see,meet,met 만나,보 会|见面 meet,met 만나 会|谢谢 thank 고맙,감사 ありがと,お礼,感謝|请 please,invite 부탁 ください|对不起 sorry 미안
再见 goodbye 안녕|参加 join,attend,take 참가|参观 visit 견학,둘러 見学|访问 visit 방문 訪|旅行 travel,trip,journey 여행 旅
介绍 introduce,tell 소개 紹介|希望 hope 희망,바라|需要 need 필요 必要|可以 can,may 수 できます,かまいま|不能 cannot,must 안
不要 do,not 마 ない|必须 must 반드시 必ず|应该 should 야|大 big,large,great 큰,크 大き|小 small,little 작 小さ|高 high,tall 높|低 low 낮
长 long 길,긴|短 short 짧|新 new 새 新し|旧 old 낡,옛 古|老 old 늙,오래 古|年轻 young 젊 若|好 good,well 좋 良,よい|坏 bad,broken 나쁘 悪
美 beautiful 아름 美し|漂亮 beautiful 예쁘 きれい|红 red 빨간,붉 赤|黄 yellow 노란|蓝 blue 파란 青|绿 green 초록,푸른|白 white 흰
黑 black 검|快 fast,quick 빠 速|慢 slow 느 ゆっくり|早 early 일찍,이르|晚 late 늦 遅|重 heavy 무거|轻 light 가벼|满 full 가득 いっぱい
空 empty 빈|安静 quiet 조용 静か|干净 clean 깨끗 きれい,清潔|安全 safe,safety 안전|危险 danger 위험|重要 important 중요|有名 famous 유명
一样 same 같 同じ|不同 different 다르 違|容易 easy 쉽 やさし|难 difficult,hard 어렵 難し|真 true,real 참,정말 本当|对 right,correct 맞
错 wrong,mistake 틀리 間違|第 number 제|电话 phone,telephone,call 전화|手机 mobile,phone 휴대 携帯,スマート|电脑 computer 컴퓨터 パソコン
网 net,web 그물,누리|网站 website,site 누리집,사이트 サイト|电视 television 텔레비전 テレビ|报纸 newspaper,paper 신문 新聞
新闻 news 뉴스,소식 ニュース|号码 number 번호 番号|地址 address 주소 住所|地图 map 지도|邮件 mail,email 메일 メール|密码 password 비밀번호
电 electric,power 전기|灯 lamp,light,lantern 등 明かり|机 machine 기계|桌 table,desk 책상,탁자 机,テーブル|椅 chair 의자 椅子,いす
床 bed 침대 ベッド|衣 clothes 옷 服|鞋 shoe 신 靴|帽 hat,cap 모자 帽子|伞 umbrella 우산|包 bag,parcel 가방 かばん|箱 box,case 상자
瓶 bottle 병|袋 bag 봉지|表 watch,table,form 시계,표|钥匙 key 열쇠 鍵|刀子 knife 칼|线 line,thread 줄,실|绳 rope,string 끈,줄
政府 government 정부|法 law 법|规定 rule 규정|规则 rule 규칙 決まり|警察 police 경찰|公司 company 회사 会社|工厂 factory 공장 工場
工人 worker 노동자,일꾼|农民 farmer 농부,농민 農家|战争 war 전쟁|和平 peace 평화|友好 friendship,friendly 우호|合作 cooperation 협력
交流 exchange 교류|活动 event,activity 행사,활동 行事,催し|会议 meeting 회의|会 meeting,club,will 모임|会员 member 회원
志愿者 volunteer 자원봉사 ボランティア|申请 apply,application 신청 申し込|报名 register,apply,sign 신청,등록 申し込
预约 book,reserve,appointment 예약 予約|日期 date 날짜 日|问题 question,problem 문제|原因 reason,cause 까닭,이유|办法 way,method 방법 方法
结果 result 결과|例如 example 예|因为 because 때문 ため|如果 if 만약,면 もし|但是 but,however 하지만,그러나 しかし
所以 so,therefore 그래서|年级 grade,year 학년|岁 age,year 살,세|生日 birthday 생일 誕生|婚 marriage,wedding 결혼|丢 lost,lose 잃 なく
垃圾 rubbish,waste,litter 쓰레기 ごみ|地震 earthquake 지진|火灾 fire 화재,불 火事|声音 sound,voice,noise 소리 音,声
颜色 colour,color 빛깔,색 色|样子 look,appearance 모습|东西 thing 물건,것 もの,物|事 thing,matter 일 こと|建 build,built 세우,짓
造 build,make 만들|修 repair,mend 고치 直|古 ancient,old 옛|城 city,wall,town 성 町|塔 pagoda,tower 탑|庙 temple 사당,절 寺|寺 temple 절
亭 pavilion 정자|运河 canal 운하|水闸 sluice,lock 수문 水門|码头 wharf,landing,pier 나루,부두 船着,桟橋|渡 ferry 나루|井 well 우물
农 farm 농사|种 plant,kind 심 植え|收 collect,receive 거두,받 集め|打 hit,beat 치|拍 photograph,clap 찍 撮|敲 knock 두드 叩,たた
挂 hang,hung 걸 掛け|拉 pull 당기 引|推 push 밀 押|抱 hold,hug 안|跳 jump 뛰|转 turn 돌 回|换 change 바꾸 替え,換え|加 add 더 加え
切 cut 썰,자르|煮 boil,cook 끓,삶|炒 fry 볶 炒め|烧 burn 굽,태우|磨 grind,mill 갈,맷돌 ひ,臼|碎 broken,crush 깨|干 dry 마르 乾
湿 wet 젖 ぬれ|深 deep 깊|浅 shallow 얕|宽 wide 넓 広|窄 narrow 좁 狭|厚 thick 두꺼|薄 thin 얇|圆 round 둥글 丸|方 square 네모|金 gold 금
银 silver 은|铁 iron 쇠,철|木 wood 나무|竹 bamboo 대나무|布 cloth 천|丝 silk 비단|玻璃 glass 유리 ガラス|瓷 porcelain 자기
童 child,children 어린이|国际 international 국제|省 province 성|市长 mayor 시장|市政府 city,municipal 시청,시정부
议会 council,parliament 의회|部门 department,office 부서|办公室 office 사무실 事務|外事 foreign 외사|代表 delegate,representative 대표
代表团 delegation 대표단|领导 leader 지도|主席 chairman,president 주석,의장|总统 president 대통령|大使 ambassador 대사|领事 consul 영사
协议 agreement 협정,협약|签订 sign,signed 체결|签署 sign,signed 서명|正式 formal,official 정식,공식|共同 joint,together,common 함께,공동
友谊 friendship 우정,우의 友情,友好|友好城市 sister,twin 자매,우호 姉妹,友好|关系 relation,relationship,tie 관계
经济 economy,economic 경제|贸易 trade 무역|教育 education 교육|科技 technology,science 과학기술|科学 science 과학
技术 technology,technique 기술|艺术 art 예술|医疗 medical 의료|卫生 health,hygiene 위생|旅游 tourism,tourist 관광 観光
农业 agriculture,farming 농업|工业 industry 공업|企业 business,enterprise,company 기업|产品 product 제품 製品|投资 invest 투자
项目 project,programme 사업,항목 事業|计划 plan 계획 計画|设计 design 설계|建设 build,construction 건설
建筑 building,architecture 건축,건물 建物|发展 development,develop 발전|保护 protect,conserve 보호|环境 environment 환경
自然 nature,natural 자연|传统 tradition,traditional 전통|民间 folk 민간|遗产 heritage 유산|文物 relic,object,artefact 유물,문화재
地区 region,area 지역|中心 centre,center 중심,센터 センター|广场 square,plaza 광장|体育场 stadium 경기장,체육관 競技場
体育馆 gymnasium,stadium 체육관|剧院 theatre,theater 극장|电影院 cinema 영화관 映画館|超市 supermarket 슈퍼,마트 スーパー
商店 shop,store 가게,상점 店|饭店 restaurant,hotel 식당,호텔|厕所 toilet 화장실 トイレ|入口 entrance 입구|出口 exit 출구
电梯 lift,elevator 엘리베이터,승강기 エレベーター|楼梯 stair 계단 階段|一楼 ground 일층|二楼 first,second 이층|停车 park 주차
停车场 park 주차장 駐車場|高铁 train,rail 고속철|出租车 taxi 택시 タクシー|司机 driver 기사,운전 運転手|乘客 passenger 승객
行李 luggage,baggage 짐 荷物|护照 passport 여권 パスポート|签证 visa 비자|身份证 identity 신분증 身分証
证件 identity,document 신분증 身分証|卡 card 카드 カード|现金 cash 현금|押金 deposit 보증금 保証金|费用 cost,fee,charge 비용
收费 charge,fee 요금 料金|退 refund,return 환불 返|优惠 discount 할인|半价 half 반값 半額|发票 receipt,invoice 영수증
服务 service 서비스 サービス|服务台 desk,counter 안내 受付,窓口|前台 desk,reception 안내 受付|工作日 working,weekday 평일
假期 holiday 휴가 休暇|放假 holiday 쉬 休み|休息 rest,break 쉬,휴식 休|营业 open 영업|开放 open 개방,개관 開館,公開|关闭 close 닫
时刻 time 시각|日程 schedule,programme 일정 予定|安排 arrange,schedule 일정|通知 notice,inform 알림,통지 知らせ
注意 note,attention,careful 주의|禁止 forbidden,prohibit 금지|允许 allow,permit 허용|要求 require,demand 요구 求め|条件 condition 조건
资格 eligible,qualification 자격|名额 place 정원|人数 number 인원|参加者 participant 참가자|观众 audience,visitor 관객,관중 観客
读者 reader 독자|游客 visitor,tourist 관광객 観光客|居民 resident 주민 住民|市民 citizen,resident 시민|学员 student,learner 수강생
主持 host 진행 司会,進行|组织 organise,organize 조직|协会 association 협회|团体 group 단체|小组 group 조|俱乐部 club 동호회,클럽 クラブ,会
身份 identity 신분|经验 experience 경험|经历 experience 경험|机会 chance,opportunity 기회|兴趣 interest 흥미,관심 興味
习惯 habit,custom 습관|风俗 custom 풍습|礼貌 polite 예의|关心 care 관심|意思 meaning,mean 뜻 意味|意见 opinion 의견|消息 news,message 소식
知识 knowledge 지식|能力 ability 능력|努力 effort 노력|成功 success 성공|失败 fail 실패|变化 change 변화|增加 increase,rise 늘 増え
减少 reduce,decrease,fall 줄 減|提高 raise,improve 높|改 change 고치|选 choose,select,elect 고르,뽑|选择 choose 선택 選
决定 decide,decision 결정 決め|同意 agree 동의 賛成|反对 oppose,against 반대|相信 believe 믿|记 remember,note 기억,적
记得 remember 기억 覚え|忘 forget,forgot 잊 忘れ|准备 prepare,ready 준비 用意|练习 practise,practice 연습
检查 check,examine 검사 点検,調べ|试 try 시험,해보|考试 exam,test 시험 試験|成绩 result,mark 성적|完成 complete,finish 완성
继续 continue 계속 続け|保持 keep 유지|留 keep,leave,stay 남 残|借 borrow,lend 빌리 貸|还书 return 반납|还给 return 돌려
交 hand,pay 내 納め,出|付 pay,paid 내,지불|花钱 spend 쓰|租 rent,hire 빌리,대여 借,レンタ|搬 move 옮기|住宿 accommodation,stay 숙박 宿泊
迷路 lost 길 迷|丢失 lost 잃|失物 lost 분실물 落とし物|捡 found,pick 줍 拾|救 rescue,save 구하|救护 ambulance 구급
伤 injury,hurt,wound 다치 けが|感冒 cold 감기|疼 pain,hurt,ache 아프 痛|害怕 afraid 무서 怖|高兴 happy,glad,pleased 기쁘 うれし
快乐 happy 즐거|难过 sad 슬프|生气 angry 화 怒|奇怪 strange,odd 이상 不思議|有趣 interesting,fun 재미 おもしろ,面白|美丽 beautiful 아름
热闹 lively,busy 떠들,북적 にぎ|忙 busy 바쁘 忙し|累 tired 피곤 疲れ|渴 thirsty 목|饿 hungry 배고|饱 full 배부
清晨 dawn,early,morning 새벽|天黑 dark 어두 暗|黄昏 dusk 해질|月亮 moon 달 月|太阳 sun 해 日|天空 sky 하늘|春天 spring 봄 春
夏天 summer 여름 夏|秋天 autumn,fall 가을 秋|冬天 winter 겨울 冬|雨天 rain 비|台风 typhoon 태풍|洪水 flood 홍수,물|水位 water 수위
岸 bank,shore 기슭,강가|沿 along 따라|流 flow 흐르|源 source 근원|游 swim 헤엄|芦苇 reed 갈대 葦|柳 willow 버들,버드나무|松 pine 소나무
桃 peach 복숭아|梅 plum 매화|荷 lotus 연꽃|菊 chrysanthemum 국화|桂花 osmanthus 계수|稻 rice 벼|麦 wheat 보리,밀|豆 bean 콩
豆腐 tofu,bean 두부|瓜 melon 박|萝卜 radish 무 大根|白菜 cabbage 배추|番茄 tomato 토마토 トマト|土豆 potato 감자|葱 onion 파
蒜 garlic 마늘|姜 ginger 생강 生姜|辣椒 chilli,pepper 고추|醋 vinegar 식초|酱 sauce 장|酱油 soy 간장|筷子 chopstick 젓가락 箸
勺 spoon 숟가락|盘 plate,dish 접시|壶 pot,kettle 주전자|盖 cover,lid 뚜껑,덮 ふた|罐 jar,can 항아리|篮 basket 바구니 かご|筐 basket 광주리
桶 bucket,bin 통|绳子 rope 끈|锁 lock 자물쇠 鍵|镜 mirror,glass 거울|钟 clock,bell 시계,종 時計|铃 bell,ring 종|鼓 drum 북 太鼓
琴 instrument 거문고|笛 flute 피리|棋 chess 바둑,장기|牌 card,sign,board 패|旗 flag 깃발|气球 balloon 풍선|风筝 kite 연 凧
玩具 toy 장난감 おもちゃ|灯笼 lantern 등롱,등불 提灯|烟花 firework 불꽃|红包 envelope 세뱃돈|手工 handmade,craft 손|木工 carpenter 목수
匠 craftsman,smith 장인|师傅 master 스승,기사 職人|厨师 cook,chef 요리사|商人 merchant 상인|摊 stall 노점,좌판 店,屋台
摊主 seller,stall 주인|船工 boatman,ferryman 뱃사공|渔 fish 고기잡|渔民 fisherman 어부|牧 herd 치|兵 soldier 병사|军 army,military 군
皇帝 emperor 황제|王 king 왕|明代 ming 명나라|清代 qing 청나라|唐 tang 당|宋 song 송|世纪 century 세기|年代 decade,era 년대
时代 age,era 시대|古代 ancient 고대|现代 modern 현대|近代 modern 근대|碑 tablet,stone,monument 비석|像 statue,portrait 상
墓 tomb,grave 무덤|桥头 bridge 다리|城墙 wall 성벽|宫 palace 궁|楼阁 tower,pavilion 누각|院子 yard,courtyard 마당|教堂 church 교회
教会 church 교회|传教 missionary,mission 선교|诗 poem,poetry 시|诗人 poet 시인|小说 novel 소설|作家 writer 작가|画家 painter 화가
书法 calligraphy 서예|京剧 opera 경극|剪纸 paper 종이|陶 pottery 도자|葫芦 gourd 호리병|版画 print,woodcut 판화|年画 print,picture 연화
武术 martial 무술|太极 taiji,tai 태극|汉字 character 한자|拼音 pinyin 병음|成语 idiom 성어|词 word 낱말,단어|句 sentence 문장
翻译 translate,translator,interpret 번역,통역 通訳|作者 author,writer 지은이,글쓴이 著者|编辑 editor 편집|出版 publish 출판
报道 report 보도|记者 reporter,journalist 기자|采访 interview 취재,인터뷰 取材|演讲 speech 연설|演出 performance,perform 공연 公演
表演 perform,performance 공연|音乐会 concert 음악회|合唱 choir,chorus 합창|乐队 band,orchestra 악단|冠军 champion 우승
奖 prize,award 상 賞|奖品 prize 상품|队 team 팀 チーム|运动 sport,exercise 운동 スポーツ|跑步 run 달리기
足球 football,soccer 축구 サッカー|篮球 basketball 농구|乒乓球 table,tennis 탁구|泳池 pool 수영장 プール|教练 coach 코치 コーチ
网上 online 온라인,인터넷|在线 online 온라인|视频 video 영상,비디오 動画|下载 download 내려|登录 log,login 로그인|账号 account 계정
软件 software 소프트웨어|文件 file,document 파일,문서 ファイル|系统 system 시스템 システム|数据 data 데이터 データ
程序 program 프로그램 プログラム|用户 user 사용자 ユーザ|设置 set,setting 설정 設定|安装 install 설치 インストール
错误 error,mistake 오류,잘못 エラー,誤|版本 version 버전 バージョン|选项 option 옵션,선택 オプション|也 also,too 도 も
还 still,also 아직,또 まだ,また|只 only 만,단지 だけ|很 very 매우,아주 とても|最 most,best 가장,제일 最も,いちばん
更 more 더,더욱 もっと,さらに|没有 no,not,without,nobody 없 ない,なく|不 not,no 않,아니 ない,ません|别 do,not 마 ないで|怎么 how 어떻 どう
怎样 how 어떻 どう,どのよう|什么 what,anything 무엇,뭐,무슨 何,なに|谁 who,anyone,nobody 누구,누가 だれ|哪里 where 어디 どこ
哪 which 어느 どの|为什么 why 왜 なぜ,どうして|多少 how,many,much 얼마 いくら,どれだけ|一起 together 함께,같이 一緒,ともに
互相 other 서로 互い|经常 often 자주 よく,しばしば|常常 often 자주 よく,しばしば|有时 sometimes 때로,가끔 時々,ときどき
总是 always 늘,항상 いつも|从来 never,ever 여태,한번 決して|刚 just 막,방금 ばかり|马上 once,immediately 곧,바로 すぐ
立刻 once,immediately 곧장,즉시 すぐ,ただちに|突然 sudden 갑자 急に|慢慢 slow,gradual 천천 ゆっくり|特别 special,particular 특히,특별 特に
一定 sure,must 꼭,반드 必ず,きっと|可能 may,might,possible 아마,수도 かもしれ|大约 about 약,쯤 約,ほど|左右 about,around 쯤,정도 ほど,前後
超过 over,exceed,more 넘,초과 超え|不到 less,under 못,미만 未満|以上 over,more,above 이상|以下 under,below,less 이하|以内 within 이내,안
之间 between 사이 間|除了 except,besides 밖,외 ほか,以外|关于 about,on 대하,관하 について|根据 according,based 따르 よる,基づ
由于 because,due 때문 ため|虽然 although,though 지만 が|而且 and,moreover 그리,게다 しかも|或者 or 또는,거나 または
还有 also,still 또 まだ,また|其他 other 다른,기타 その他,ほか|有些 some 어떤,일부 一部|有人 somebody,someone,some 누군,어떤 誰か
没人 nobody,one 아무 誰も|每人 each,person 한,사람 一人|每个 each,every 마다 ごと,それぞれ|各 each,various 각|许多 many 많 多く
所有 all,every 모든 すべて|一切 all,everything 모든 すべて|部分 part,some 부분,일부 一部|全部 all 전부,모두 すべて
整 whole,entire 온,전체 全体|同时 same,time 동시|当时 then,time 당시|平时 usual,normally 평소 ふだん,普段|临时 temporary 임시
随时 any,time 언제 いつでも|当天 day 당일 当日|第二天 next,day 이튿,다음 翌日|前一天 day,before 전날 前日|每周 every,week 매주
每月 every,month 매월,매달|每年 every,year 매년,해마|上周 last,week 지난 先週|下周 next,week 다음 来週|上个月 last,month 지난 先月
下个月 next,month 다음 来月|月底 end,month 월말 月末|年底 end,year 연말 年末|元旦 new,year 설날,새해 元日|中秋 mid,autumn 추석,중추
端午 dragon,boat 단오|清明 qingming 청명|一月 january 일월|二月 february 이월|三月 march 삼월|四月 april 사월|五月 may 오월|六月 june 유월
七月 july 칠월|八月 august 팔월|九月 september 구월|十月 october 시월|十一月 november 십일|十二月 december 십이|两次 twice 두번 二度,二回
三次 three,times 세번 三度,三回|一半 half 절반,반 半分|一次 once 한번 一度,一回|一样的 same 같은 同じ|一点 little,bit 조금 少し
一些 some 몇,조금 いくつか|许 allow 허|数 count,number 수,세|量 amount,measure 양|公里 kilometre,kilometer 킬로 キロ
公斤 kilo,kilogram 킬로 キロ|吨 ton,tonne 톤 トン|平方米 square 제곱,평방 平方|元 yuan 위안|岁月 year 세월|分 minute,point,cent 분
秒 second 초|倍 times 배|页 page 쪽,페이 ページ|封 letter 통 通|张 sheet 장 枚|件 piece,item 건,벌 着|只能 only 만,밖에 しか
条 strip 줄 本|位 person 분 人|队员 member 대원,선수|想要 want 원 ほしい|愿意 willing 기꺼,싶 たい|打算 plan,intend 계획,생각 つもり
敢 dare 감히 あえて|肯 willing 려고|懂 understand,understood 알아,이해 わか,分か|明白 understand,clear 분명,알 わか,分か
理解 understand 이해|告诉 tell,told 알려,말해 知らせ,教え|解释 explain 설명,풀이 説明|说明 explain,show,state 설명
讨论 discuss 토론,논의 話し合|谈 talk 이야기,얘기 話し|聊 chat,talk 이야기,수다 おしゃべり,話|商量 discuss,consult 의논,상의 相談
喊 shout,call 부르,외치 叫,呼|叫 call,shout 부르 呼|称 call,known 부르,일컫 呼|表示 show,express 나타,뜻 示,表
写着 say,written 적혀,쓰여 書かれ|记录 record,minutes 기록|登记 register,record 등록 登録|填 fill 채우,작성 記入
签名 sign,signature 서명 署名,サイン|提交 submit 제출 提出|交给 hand,give 건네,주 渡|寄 send,post 부치,보내 送|收到 receive,get 받 受け取
接 pick,answer,receive 받,맞이 受け,迎え|接受 accept,receive 받아 受け入れ|拒绝 refuse 거절 断|发 send,issue 보내 送,出
发现 find,discover 발견 見つけ,発見|出现 appear 나타 現れ|消失 disappear 사라 消え|发生 happen,occur 일어,발생 起
成为 become,became 되 なり,なった|变成 become,turn 변하,되 変わ|变 change,become 변하 変わ|保存 keep,preserve,save 보존,저장
管理 manage,management 관리|负责 charge,responsible 맡,책임 担当|参观者 visitor 관람 見学者|照顾 look,care 돌보 世話
陪 accompany 함께 付き添|跟 follow,with 따라 ついて|离开 leave,left 떠나 離れ,去|出发 depart,set,leave 출발|到达 arrive,reach 도착 到着,着
经过 pass,through 지나 通|路过 pass 지나 通りかか|过 pass,cross 지나,건너 過ぎ,渡|穿过 cross,through 지나 通り抜け|爬 climb 오르 登
上去 up 올라 上が|下来 down 내려 下|下车 off 내리 降り|上车 board,get 타 乗|站起来 stand,stood 일어 立ち上が|转身 turn 돌아 振り返
躺 lie,lay 눕 横になり|靠 lean,near 기대 寄り,もた|碰 touch 만지,닿 触|摸 touch,feel 만지 触|抓 catch,grab 잡 つか|握 hold,shake 잡,쥐
举 raise,lift,hold 들 挙げ|提 lift,carry,raise 들 提げ|背 back,carry 등,업|扔 throw,away 버리,던지 捨て,投げ|丢掉 throw,away 버리 捨て
撕 tear,torn 찢 破|剪 cut 자르 切|缝 sew 꿰매|织 weave,knit 짜 編|编 weave,edit 엮,짜|染 dye 물들 染め|贴 stick,paste 붙이
盖住 cover 덮 覆|包起来 wrap 싸 包|绑 tie 묶 縛|系 tie 매 結|解开 untie 풀 解|装 install,put,pack 담,넣 入れ|倒 pour,fall 붓,따르,넘어 注
浇 water,pour 주 水や|扫 sweep 쓸|擦 wipe 닦 拭|晒 dry,sun 말리 干|挖 dig,dug 파 掘|埋 bury 묻 埋め|堆 pile,heap 쌓 積
摆 place,set,lay 놓,늘어 並べ|排 line,row 줄,늘어 並|排队 queue,line 줄 並,列|满了 full 가득,차 いっぱい|剩 left,remain 남 残
够 enough 충분,넉넉 足り,十分|缺 lack,short 모자,부족 欠け,足り|需 need 필요 要|值得 worth 만하,가치 値|胜 win,victory 이기
赢 win,won 이기 勝|输 lose,lost 지 負け|死去 die,death 죽,세상 亡くな|去世 die,death 세상,별세 亡くな|出生 born,birth 태어,출생 生まれ
长大 grow,grew 자라 育|结婚 marry,married 결혼|照 shine,photograph 비추|亮 bright,light 밝 明る|暗 dark 어둡|响 sound,ring 울리 鳴
静 quiet,still 조용 静か|香 fragrant,smell,incense 향기,냄새|臭 smell,stink 냄새|闻 smell 맡,냄새 かぐ,匂|尝 taste 맛보 味わ|酸 sour 시
苦 bitter 쓰|办 do,hold,run 하 する,行|举行 hold,held 열,거행 行われ,開|举办 hold,held,host 열,개최 開催
成立 found,founded,establish 설립,세우 設立|创办 found,founded 창립 創設|开幕 open,opening 개막|闭幕 close,closing 폐막
揭幕 unveil 제막,공개 除幕,披露|命名 name 이름,명명 名付け|纪念 commemorate,memory 기념 記念|庆祝 celebrate 축하 祝|欢迎 welcome 환영
迎接 welcome,meet 맞이 迎え|送别 farewell 배웅 見送|祝 wish 빌 祈|感谢 thank,grateful 감사|尊敬 respect,dear 존경|信任 trust 믿,신뢰 信頼
合影 photo,picture 사진 写真|会谈 talk 회담|来访 visit 방문 訪問|外宾 foreign,guest 외빈|留学生 student 유학 留学
外语 foreign,language 외국 外国語|母语 native,mother 모국|方言 dialect 방언,사투|英文 english 영어,영문 英語|中文 chinese 중국,중문 中国語
韩语 korean 한국 韓国語|日语 japanese 일본 日本語|亚洲 asia 아시 アジア|欧洲 europe 유럽 ヨーロッパ
美国 america,american,states 미국 アメリカ,米国|英国 britain,british 영국 イギリス|法国 france,french 프랑 フランス
德国 germany,german 독일 ドイツ|俄罗斯 russia,russian 러시 ロシア|澳大利亚 australia 호주 オーストラリア
加拿大 canada,canadian 캐나 カナダ|匈牙利 hungary,hungarian 헝가 ハンガリー|北京 beijing 베이|上海 shanghai 상하|山东 shandong 산둥
聊城 liaocheng 랴오|黄河 yellow,river 황허|长江 yangtze 창장,양쯔|首尔 seoul 서울 ソウル|东京 tokyo 도쿄|读书 read,reading 책,독서
上学 school 학교 通学|毕业 graduate 졸업 卒業|作业 homework 숙제 宿題|教室 classroom 교실|宿舍 dormitory,hostel 기숙 寮
校长 headteacher,principal,head 교장|中学 secondary,middle,school 중학|小学 primary,school 초등|高中 high,school 고등 高校
幼儿园 kindergarten,nursery 유치 幼稚園|家长 parent 부모,학부 保護者,親|父母 parent 부모 両親,親|夫妻 couple 부부 夫婦
婴儿 baby,infant 아기 赤ちゃん|婴儿车 pushchair,pram,stroller 유모 ベビーカー|轮椅 wheelchair 휠체 車椅子|成人 adult 어른,성인 大人
青年 young,youth 청년,젊은 若者|年轻人 young 젊은 若者|老师傅 old,master 장인 職人|老板 owner,boss 주인,사장 主人
店主 shopkeeper,owner 주인|顾客 customer 손님,고객 客|员工 staff,employee 직원 従業員,職員|工作人员 staff 직원 スタッフ,係
管理员 keeper,librarian,staff 관리 管理人|救生员 lifeguard 안전,구조 監視員|消防 fire 소방|邮递员 postman,postwoman 집배 郵便配達
士兵 soldier 병사,군인 兵士|英雄 hero 영웅|专家 expert 전문 専門家|教授 professor 교수|学者 scholar 학자|歌手 singer 가수
演员 actor,performer 배우 俳優|导演 director 감독 監督|摄影 photograph 촬영,사진 撮影|杂志 magazine 잡지|字典 dictionary 사전 辞書
笔记 note 메모,필기 ノート|本子 notebook 공책 ノート|铅笔 pencil 연필|信封 envelope 봉투 封筒|邮票 stamp 우표 切手
明信片 postcard 엽서 葉書,はがき|牌子 sign,board 표지,팻말 札,看板|箭头 arrow 화살 矢印|门口 door,entrance,gate 문,입구 入口
东门 east,gate 동문|西门 west,gate 서문|南门 south,gate 남문|北门 north,gate 북문|后门 back,door 뒷문 裏口|正门 main,gate,entrance 정문
大厅 hall,lobby 로비,홀 ロビー,ホール|走廊 corridor 복도 廊下|屋顶 roof 지붕 屋根|地板 floor 바닥 床|天花板 ceiling 천장 天井
柱 pillar,column 기둥|台阶 step 계단 階段,石段|栏杆 railing,rail 난간 手すり,柵|坡 slope 비탈 坂|坡道 ramp,slope 경사 スロープ
拐弯 turn,corner 모퉁,굽 曲が|路口 crossing,junction 교차,길목 交差点,角|红绿灯 traffic,light 신호 信号|路灯 street,lamp,light 가로 街灯
巷 lane,alley 골목 路地|胡同 alley,lane 골목 路地|小路 path 오솔,샛길 小道|水边 water,waterside 물가
渠 canal,channel,ditch 운하,수로 運河,水路|池 pond,pool 연못,못|喷泉 fountain 분수 噴水|瀑布 waterfall 폭포 滝
山脚 foot,hill 산기,기슭 ふもと|山顶 top,summit 산꼭,정상 頂上|森林 forest 숲 森|草地 grass,lawn 풀밭,잔디 芝生
空地 open,ground 공터 空き地|沙 sand 모래 砂|泥 mud 진흙|灰 ash,dust,grey 재,먼지|烟 smoke 연기|雾 fog,mist 안개|雷 thunder 천둥,우레
雷雨 thunderstorm 뇌우|彩虹 rainbow 무지 虹|季节 season 철,계절|温度 temperature 온도|度 degree 도|气候 climate 기후|灾害 disaster 재해
紧急 emergency 긴급,비상|危急 critical 위급|逃 escape,flee 달아,도망 逃げ|躲 hide,shelter 숨,피하 隠れ,避け
灭火 extinguish,fire 불,소화 消火,消し|燃气 gas 가스 ガス|煤气 gas 가스 ガス|电池 battery 전지,건전|手电筒 torch,flashlight 손전 懐中電灯
收音机 radio 라디 ラジオ|喇叭 loudspeaker,horn 확성,나팔 スピーカー|毛巾 towel 수건 タオル|毯 blanket 담요 毛布|手套 glove 장갑 手袋
围巾 scarf 목도 マフラー|毛衣 sweater,jumper 스웨 セーター|裤 trousers 바지 ズボン|裙 skirt,dress 치마 スカート|袜 sock 양말 靴下
泳衣 swimwear,swimsuit 수영 水着|眼镜 glasses 안경|戒指 ring 반지 指輪|首饰 jewellery 장신 アクセサリー|手表 watch 시계 腕時計
垃圾桶 bin 쓰레 ごみ箱|塑料 plastic 플라,비닐 プラスチック,ビニール|纸箱 cardboard,box 종이,상자 段ボール|旧书 second,book 헌책 古本
家具 furniture 가구|家电 appliance 가전|冰箱 fridge,refrigerator 냉장 冷蔵庫|洗衣机 washing,machine 세탁 洗濯機
洗衣 laundry,wash 빨래,세탁 洗濯|空调 air,conditioning 에어 エアコン|暖气 heating 난방 暖房|浴室 bathroom,bath 욕실 風呂
淋浴 shower 샤워 シャワー|更衣室 changing,room 탈의|柜 cupboard,cabinet,locker 장,함 棚,ロッカー|抽屉 drawer 서랍 引き出し
蜡烛 candle 초,양초 ろうそく|火柴 match 성냥 マッチ|炉 stove,oven 난로,화로 こんろ|面包 bread 빵 パン|馒头 bun 찐빵 饅頭
包子 bun,dumpling 만두,찐빵 肉まん|饺子 dumpling 만두,교자 餃子|粥 porridge,congee 죽|米饭 rice 밥 ご飯|早饭 breakfast 아침 朝食
午饭 lunch 점심 昼食|晚饭 dinner,supper 저녁 夕食|点心 snack,dim 간식,과자 おやつ,菓子|零食 snack 간식,과자 おやつ
冰淇淋 ice,cream 아이 アイス|咖啡 coffee 커피 コーヒー|牛奶 milk 우유 牛乳|果汁 juice 주스 ジュース|啤酒 beer 맥주 ビール
水果 fruit 과일 果物|蔬菜 vegetable 채소 野菜|蘑菇 mushroom 버섯 きのこ|花生 peanut 땅콩 落花生|栗 chestnut 밤|柿 persimmon 감
橘 orange,tangerine 귤 みかん|葡萄 grape 포도 ぶどう|牛肉 beef 쇠고,소고|羊肉 mutton,lamb 양고|猪肉 pork 돼지 豚肉|螃蟹 crab 게 蟹
虾 shrimp,prawn 새우 海老,えび|鸭 duck 오리 鴨|鹅 goose 거위 ガチョウ|兔 rabbit 토끼 うさぎ|蜜蜂 bee 벌 蜂|蝴蝶 butterfly 나비 蝶
青蛙 frog 개구 蛙|鸽 pigeon,dove 비둘 鳩|燕 swallow 제비
"""
