"""Everyday words in Chinese, English and Korean: enough to tell which of two paragraphs another one translates.

Not a dictionary. Each entry is one Chinese word and what often stands for it in the other languages; of Korean words, and of English ones
that only end otherwise, the beginning is enough. Japanese needs no column: it writes most of these words with the same characters.
"""

WORDS = """
年 year 해,년|月 month,moon 달,월|日 day,sun 날,일|天 day,sky,heaven 하늘,날|周 week,around 주|星期 week 요일,주일|星期一 monday 월요일|星期二 tuesday 화요일
星期三 wednesday 수요일|星期四 thursday 목요일|星期五 friday 금요일|星期六 saturday 토요일|星期日 sunday 일요일|周末 weekend 주말|今天 today 오늘|明天 tomorrow 내일
昨天 yesterday 어제|今年 this 올해|去年 last 지난해,작년|明年 next 내년|早上 morning 아침|上午 morning 오전|中午 noon,midday 점심,정오|下午 afternoon 오후
晚上 evening,night 저녁,밤|夜 night 밤|春 spring 봄|夏 summer 여름|秋 autumn,fall 가을|冬 winter 겨울|季 season 철,계절|小时 hour 시간|分钟 minute 분
点 clock,hour 시|时间 time,hours 시간|时候 when,time 때|现在 now 지금,이제|以前 before,ago 전,옛날|从前 once,used,ago 옛날,예전|以后 after,later 뒤,후
后来 later,then 나중,뒤|已经 already 이미,벌써|每天 every,daily 매일,날마다|开始 begin,start 시작|结束 end,finish 끝,마치|第一 first 첫|第二 second 둘째|第三 third 셋째
最后 last,final 마지막|以来 since 이래|一 one 한,하나|两 two 두|二 two 둘|三 three 세,셋|四 four 네|五 five 다섯|六 six 여섯|七 seven 일곱|八 eight 여덟|九 nine 아홉
十 ten 열|百 hundred 백|千 thousand 천|半 half 반|几 several,few 몇|多 many,more,much 많|少 few,less 적|全 whole,all 온,모두|次 time 번|双 pair,both 두
人 people,person,man 사람|孩子 child,children,kid 아이,어린이|儿童 child,children 어린이|男 man,male,boy 남자|女 woman,female,girl 여자
老人 old,elderly 노인,어르신|朋友 friend 친구,벗|父亲 father 아버지|母亲 mother 어머니|爸爸 father,dad 아빠|妈妈 mother,mum 엄마,어머니|儿子 son 아들|女儿 daughter 딸
兄弟 brother 형제|姐妹 sister 자매|哥哥 brother 형,오빠|弟弟 brother 동생|妻子 wife 아내|丈夫 husband 남편|爷爷 grandfather 할아버지|奶奶 grandmother 할머니
家 home,family,house 집|邻居 neighbour,neighbor 이웃|客人 guest,visitor 손님|主人 host,owner 주인|大家 everyone,all 모두,다들|自己 self,own 자기,스스로
别人 other 남,다른|名字 name 이름|姓 surname,family 성|身体 body 몸|头 head 머리|脸 face 얼굴|眼 eye 눈|耳 ear 귀|口 mouth 입|手 hand 손|脚 foot,feet 발|心 heart 마음
血 blood 피|病 ill,sick,disease 병|医院 hospital 병원|医生 doctor 의사|护士 nurse 간호사|药 medicine 약|死 die,dead 죽|生 born,live 태어|健康 health 건강
吃 eat,meal,food 먹,식사|喝 drink 마시|饭 meal,rice,food 밥|菜 dish,vegetable 요리,반찬|肉 meat 고기|鱼 fish 물고기,생선|鸡 chicken 닭|蛋 egg 달걀|米 rice 쌀
面 noodle,flour 국수,밀가루|饼 cake,pancake 떡,전|汤 soup 국,탕|茶 tea 차|酒 wine,liquor 술|水 water 물|糖 sugar,sweet 설탕,엿|盐 salt 소금|油 oil 기름
果 fruit 열매,과일|苹果 apple 사과|西瓜 watermelon 수박|菜单 menu 메뉴|餐厅 restaurant 식당|厨房 kitchen 부엌|锅 pot,pan 냄비,솥|碗 bowl 그릇|杯 cup,glass 잔,컵
刀 knife 칼|味 taste,flavour 맛|甜 sweet 달|咸 salty 짜|辣 spicy,hot 맵|山 mountain,hill 산|河 river 강|江 river 강|湖 lake 호수|海 sea 바다|桥 bridge 다리
路 road,way 길|街 street 거리|门 door,gate 문|窗 window 창|墙 wall 벽,담|屋 room,house 집,방|楼 floor,building 층,누각|房子 house,building 집|树 tree 나무
花 flower,blossom 꽃|草 grass 풀|叶 leaf,leaves 잎|林 wood,forest 숲|石 stone 돌|土 soil,earth 흙|火 fire 불|风 wind 바람|雨 rain 비|雪 snow 눈|云 cloud 구름
冰 ice 얼음|星 star 별|光 light 빛|影 shadow,film 그림자|地 ground,land 땅|田 field 밭,논|岛 island 섬|鸟 bird 새|猫 cat 고양이|狗 dog 개|马 horse 말
牛 cow,ox,cattle 소|羊 sheep 양|猪 pig 돼지|虫 insect 벌레|天气 weather 날씨|空气 air 공기|冷 cold 춥,추|热 hot,heat 덥,뜨거|暖 warm 따뜻|城市 city 도시|市 city 시
县 county 현|村 village 마을|乡 village,town 시골,마을|镇 town 마을|国 country,nation 나라|世界 world 세계|中国 china,chinese 중국|韩国 korea,korean 한국
日本 japan,japanese 일본|外国 foreign 외국|地方 place 곳,지방|这里 here 여기|那里 there 거기|里面 inside 안|外面 outside 밖|旁边 beside,next 옆|左 left 왼|右 right 오른
上 above,up 위|下 below,down 아래|前 front,before 앞|后 behind,after 뒤|东 east 동쪽|西 west 서쪽|南 south 남쪽|北 north 북쪽|中间 middle,between 가운데,사이
附近 near,nearby 근처|远 far 멀|近 near,close 가까|学校 school 학교|大学 university 대학|学生 student,pupil 학생|老师 teacher 선생|课 lesson,class 수업|书 book 책
图书馆 library 도서관|字 character,word,letter 글자|话 word,speech,talk 말|语言 language 언어,말|英语 english 영어|汉语 chinese 중국어|信 letter,mail 편지
纸 paper 종이|笔 pen,brush 붓,펜|写 write,wrote,written 쓰|读 read 읽|说 say,said,speak,tell 말|问 ask 묻|回答 answer 대답|听 listen,hear 듣
看 look,see,watch 보|画 picture,paint,draw 그림|唱 sing,song 노래|歌 song 노래|舞 dance 춤|戏 play,opera 놀이,연극|电影 film,movie 영화|音乐 music 음악
照片 photo,photograph,picture 사진|故事 story 이야기|历史 history 역사|文化 culture 문화|博物馆 museum 박물관|展览 exhibition 전시|节 festival 명절,축제
春节 spring,new 설,춘절|礼物 gift,present 선물|比赛 match,contest,competition 경기,대회|球 ball 공|体育 sport 체육|游泳 swim 수영,헤엄|公园 park 공원|园 garden 정원,동산
车 car,vehicle 차|汽车 car 자동차|公共汽车 bus 버스|公交 bus 버스|自行车 bicycle,bike 자전거|火车 train 기차|地铁 underground,subway,metro 지하철|站 station,stop 역
车站 station,stop 역,정류장|船 boat,ship 배|飞机 plane,flight 비행기|机场 airport 공항|票 ticket 표|门票 ticket,admission 입장권,표|走 walk,go,leave 걷,가
去 go,went 가|来 come,came 오|回 return,back 돌아|到 arrive,reach 이르,도착|进 enter 들어|出 out,exit 나|坐 sit,seat 앉|站着 stand 서|跑 run 달리|飞 fly 날
骑 ride 타|开 open 열|关 close,shut 닫|停 stop 멈|等 wait 기다|找 find,look 찾|买 buy,bought 사|卖 sell,sold 팔|钱 money 돈|价 price 값|免费 free 무료
便宜 cheap 싸|贵 expensive 비싸|店 shop,store 가게|市场 market 시장|银行 bank 은행|邮局 post 우체국|酒店 hotel 호텔|旅馆 hotel,inn 여관|做 do,make,made 하,만들|用 use 쓰
给 give,gave 주|拿 take,took,bring 들,가져|放 put,place 놓|送 send,give 보내|带 take,bring 데리,가져|穿 wear 입|洗 wash 씻|睡 sleep,slept 자,잠|起 rise,get 일어
住 live,stay 살|工作 work,job 일|上班 work 출근|帮 help 돕|帮助 help 도움|教 teach,taught 가르|学 learn,study 배우|知道 know,knew 알|认识 know,meet 알
想 think,want 생각|觉得 feel,think 느끼|喜欢 like 좋아|爱 love 사랑|怕 afraid,fear 두려,무서|笑 laugh,smile 웃|哭 cry,wept 울|见 see,meet,met 만나,보
见面 meet,met 만나|谢谢 thank 고맙,감사|请 please,invite 부탁|对不起 sorry 미안|再见 goodbye 안녕|参加 join,attend,take 참가|参观 visit 견학,둘러|访问 visit 방문
旅行 travel,trip,journey 여행|介绍 introduce,tell 소개|希望 hope 희망,바라|需要 need 필요|可以 can,may 수|不能 cannot,must 안|不要 do,not 마|必须 must 반드시
应该 should 야|大 big,large,great 큰,크|小 small,little 작|高 high,tall 높|低 low 낮|长 long 길,긴|短 short 짧|新 new 새|旧 old 낡,옛|老 old 늙,오래|年轻 young 젊
好 good,well 좋|坏 bad,broken 나쁘|美 beautiful 아름|漂亮 beautiful 예쁘|红 red 빨간,붉|黄 yellow 노란|蓝 blue 파란|绿 green 초록,푸른|白 white 흰|黑 black 검
快 fast,quick 빠|慢 slow 느|早 early 일찍,이르|晚 late 늦|重 heavy 무거|轻 light 가벼|满 full 가득|空 empty 빈|安静 quiet 조용|干净 clean 깨끗|安全 safe,safety 안전
危险 danger 위험|重要 important 중요|有名 famous 유명|一样 same 같|不同 different 다르|容易 easy 쉽|难 difficult,hard 어렵|真 true,real 참,정말|对 right,correct 맞
错 wrong,mistake 틀리|第 number 제|电话 phone,telephone,call 전화|手机 mobile,phone 휴대|电脑 computer 컴퓨터|网 net,web 그물,누리|网站 website,site 누리집,사이트
电视 television 텔레비전|报纸 newspaper,paper 신문|新闻 news 뉴스,소식|号码 number 번호|地址 address 주소|地图 map 지도|邮件 mail,email 메일|密码 password 비밀번호
电 electric,power 전기|灯 lamp,light,lantern 등|机 machine 기계|桌 table,desk 책상,탁자|椅 chair 의자|床 bed 침대|衣 clothes 옷|鞋 shoe 신|帽 hat,cap 모자
伞 umbrella 우산|包 bag,parcel 가방|箱 box,case 상자|瓶 bottle 병|袋 bag 봉지|表 watch,table,form 시계,표|钥匙 key 열쇠|刀子 knife 칼|线 line,thread 줄,실
绳 rope,string 끈,줄|政府 government 정부|法 law 법|规定 rule 규정|规则 rule 규칙|警察 police 경찰|公司 company 회사|工厂 factory 공장|工人 worker 노동자,일꾼
农民 farmer 농부,농민|战争 war 전쟁|和平 peace 평화|友好 friendship,friendly 우호|合作 cooperation 협력|交流 exchange 교류|活动 event,activity 행사,활동|会议 meeting 회의
会 meeting,club,will 모임|会员 member 회원|志愿者 volunteer 자원봉사|申请 apply,application 신청|报名 register,apply,sign 신청,등록
预约 book,reserve,appointment 예약|日期 date 날짜|问题 question,problem 문제|原因 reason,cause 까닭,이유|办法 way,method 방법|结果 result 결과|例如 example 예
因为 because 때문|如果 if 만약,면|但是 but,however 하지만,그러나|所以 so,therefore 그래서|年级 grade,year 학년|岁 age,year 살,세|生日 birthday 생일
婚 marriage,wedding 결혼|丢 lost,lose 잃|垃圾 rubbish,waste,litter 쓰레기|地震 earthquake 지진|火灾 fire 화재,불|声音 sound,voice,noise 소리
颜色 colour,color 빛깔,색|样子 look,appearance 모습|东西 thing 물건,것|事 thing,matter 일|建 build,built 세우,짓|造 build,make 만들|修 repair,mend 고치
古 ancient,old 옛|城 city,wall,town 성|塔 pagoda,tower 탑|庙 temple 사당,절|寺 temple 절|亭 pavilion 정자|运河 canal 운하|水闸 sluice,lock 수문
码头 wharf,landing,pier 나루,부두|渡 ferry 나루|井 well 우물|农 farm 농사|种 plant,kind 심|收 collect,receive 거두,받|打 hit,beat 치|拍 photograph,clap 찍
敲 knock 두드|挂 hang,hung 걸|拉 pull 당기|推 push 밀|抱 hold,hug 안|跳 jump 뛰|转 turn 돌|换 change 바꾸|加 add 더|切 cut 썰,자르|煮 boil,cook 끓,삶|炒 fry 볶
烧 burn 굽,태우|磨 grind,mill 갈,맷돌|碎 broken,crush 깨|干 dry 마르|湿 wet 젖|深 deep 깊|浅 shallow 얕|宽 wide 넓|窄 narrow 좁|厚 thick 두꺼|薄 thin 얇
圆 round 둥글|方 square 네모|金 gold 금|银 silver 은|铁 iron 쇠,철|木 wood 나무|竹 bamboo 대나무|布 cloth 천|丝 silk 비단|玻璃 glass 유리|瓷 porcelain 자기
童 child,children 어린이|国际 international 국제|省 province 성|市长 mayor 시장|市政府 city,municipal 시청,시정부|议会 council,parliament 의회
部门 department,office 부서|办公室 office 사무실|外事 foreign 외사|代表 delegate,representative 대표|代表团 delegation 대표단|领导 leader 지도
主席 chairman,president 주석,의장|总统 president 대통령|大使 ambassador 대사|领事 consul 영사|协议 agreement 협정,협약|签订 sign,signed 체결|签署 sign,signed 서명
正式 formal,official 정식,공식|共同 joint,together,common 함께,공동|友谊 friendship 우정,우의|友好城市 sister,twin 자매,우호|关系 relation,relationship,tie 관계
经济 economy,economic 경제|贸易 trade 무역|教育 education 교육|科技 technology,science 과학기술|科学 science 과학|技术 technology,technique 기술|艺术 art 예술
医疗 medical 의료|卫生 health,hygiene 위생|旅游 tourism,tourist 관광|农业 agriculture,farming 농업|工业 industry 공업|企业 business,enterprise,company 기업
产品 product 제품|投资 invest 투자|项目 project,programme 사업,항목|计划 plan 계획|设计 design 설계|建设 build,construction 건설|建筑 building,architecture 건축,건물
发展 development,develop 발전|保护 protect,conserve 보호|环境 environment 환경|自然 nature,natural 자연|传统 tradition,traditional 전통|民间 folk 민간
遗产 heritage 유산|文物 relic,object,artefact 유물,문화재|地区 region,area 지역|中心 centre,center 중심,센터|广场 square,plaza 광장|体育场 stadium 경기장,체육관
体育馆 gymnasium,stadium 체육관|剧院 theatre,theater 극장|电影院 cinema 영화관|超市 supermarket 슈퍼,마트|商店 shop,store 가게,상점|饭店 restaurant,hotel 식당,호텔
厕所 toilet 화장실|入口 entrance 입구|出口 exit 출구|电梯 lift,elevator 엘리베이터,승강기|楼梯 stair 계단|一楼 ground 일층|二楼 first,second 이층|停车 park 주차|停车场 park 주차장
高铁 train,rail 고속철|出租车 taxi 택시|司机 driver 기사,운전|乘客 passenger 승객|行李 luggage,baggage 짐|护照 passport 여권|签证 visa 비자|身份证 identity 신분증
证件 identity,document 신분증|卡 card 카드|现金 cash 현금|押金 deposit 보증금|费用 cost,fee,charge 비용|收费 charge,fee 요금|退 refund,return 환불|优惠 discount 할인
半价 half 반값|发票 receipt,invoice 영수증|服务 service 서비스|服务台 desk,counter 안내|前台 desk,reception 안내|工作日 working,weekday 평일|假期 holiday 휴가
放假 holiday 쉬|休息 rest,break 쉬,휴식|营业 open 영업|开放 open 개방,개관|关闭 close 닫|时刻 time 시각|日程 schedule,programme 일정|安排 arrange,schedule 일정
通知 notice,inform 알림,통지|注意 note,attention,careful 주의|禁止 forbidden,prohibit 금지|允许 allow,permit 허용|要求 require,demand 요구|条件 condition 조건
资格 eligible,qualification 자격|名额 place 정원|人数 number 인원|参加者 participant 참가자|观众 audience,visitor 관객,관중|读者 reader 독자
游客 visitor,tourist 관광객|居民 resident 주민|市民 citizen,resident 시민|学员 student,learner 수강생|主持 host 진행|组织 organise,organize 조직
协会 association 협회|团体 group 단체|小组 group 조|俱乐部 club 동호회,클럽|身份 identity 신분|经验 experience 경험|经历 experience 경험|机会 chance,opportunity 기회
兴趣 interest 흥미,관심|习惯 habit,custom 습관|风俗 custom 풍습|礼貌 polite 예의|关心 care 관심|意思 meaning,mean 뜻|意见 opinion 의견|消息 news,message 소식
知识 knowledge 지식|能力 ability 능력|努力 effort 노력|成功 success 성공|失败 fail 실패|变化 change 변화|增加 increase,rise 늘|减少 reduce,decrease,fall 줄
提高 raise,improve 높|改 change 고치|选 choose,select,elect 고르,뽑|选择 choose 선택|决定 decide,decision 결정|同意 agree 동의|反对 oppose,against 반대
相信 believe 믿|记 remember,note 기억,적|记得 remember 기억|忘 forget,forgot 잊|准备 prepare,ready 준비|练习 practise,practice 연습|检查 check,examine 검사
试 try 시험,해보|考试 exam,test 시험|成绩 result,mark 성적|完成 complete,finish 완성|继续 continue 계속|保持 keep 유지|留 keep,leave,stay 남|借 borrow,lend 빌리
还书 return 반납|还给 return 돌려|交 hand,pay 내|付 pay,paid 내,지불|花钱 spend 쓰|租 rent,hire 빌리,대여|搬 move 옮기|住宿 accommodation,stay 숙박|迷路 lost 길
丢失 lost 잃|失物 lost 분실물|捡 found,pick 줍|救 rescue,save 구하|救护 ambulance 구급|伤 injury,hurt,wound 다치|感冒 cold 감기|疼 pain,hurt,ache 아프
害怕 afraid 무서|高兴 happy,glad,pleased 기쁘|快乐 happy 즐거|难过 sad 슬프|生气 angry 화|奇怪 strange,odd 이상|有趣 interesting,fun 재미|美丽 beautiful 아름
热闹 lively,busy 떠들,북적|忙 busy 바쁘|累 tired 피곤|渴 thirsty 목|饿 hungry 배고|饱 full 배부|清晨 dawn,early,morning 새벽|天黑 dark 어두|黄昏 dusk 해질|月亮 moon 달
太阳 sun 해|天空 sky 하늘|春天 spring 봄|夏天 summer 여름|秋天 autumn,fall 가을|冬天 winter 겨울|雨天 rain 비|台风 typhoon 태풍|洪水 flood 홍수,물|水位 water 수위
岸 bank,shore 기슭,강가|沿 along 따라|流 flow 흐르|源 source 근원|游 swim 헤엄|芦苇 reed 갈대|柳 willow 버들,버드나무|松 pine 소나무|桃 peach 복숭아|梅 plum 매화|荷 lotus 연꽃
菊 chrysanthemum 국화|桂花 osmanthus 계수|稻 rice 벼|麦 wheat 보리,밀|豆 bean 콩|豆腐 tofu,bean 두부|瓜 melon 박|萝卜 radish 무|白菜 cabbage 배추|番茄 tomato 토마토
土豆 potato 감자|葱 onion 파|蒜 garlic 마늘|姜 ginger 생강|辣椒 chilli,pepper 고추|醋 vinegar 식초|酱 sauce 장|酱油 soy 간장|筷子 chopstick 젓가락|勺 spoon 숟가락
盘 plate,dish 접시|壶 pot,kettle 주전자|盖 cover,lid 뚜껑,덮|罐 jar,can 항아리|篮 basket 바구니|筐 basket 광주리|桶 bucket,bin 통|绳子 rope 끈|锁 lock 자물쇠
镜 mirror,glass 거울|钟 clock,bell 시계,종|铃 bell,ring 종|鼓 drum 북|琴 instrument 거문고|笛 flute 피리|棋 chess 바둑,장기|牌 card,sign,board 패|旗 flag 깃발
气球 balloon 풍선|风筝 kite 연|玩具 toy 장난감|灯笼 lantern 등롱,등불|烟花 firework 불꽃|红包 envelope 세뱃돈|手工 handmade,craft 손|木工 carpenter 목수
匠 craftsman,smith 장인|师傅 master 스승,기사|厨师 cook,chef 요리사|商人 merchant 상인|摊 stall 노점,좌판|摊主 seller,stall 주인|船工 boatman,ferryman 뱃사공
渔 fish 고기잡|渔民 fisherman 어부|牧 herd 치|兵 soldier 병사|军 army,military 군|皇帝 emperor 황제|王 king 왕|明代 ming 명나라|清代 qing 청나라|唐 tang 당|宋 song 송
世纪 century 세기|年代 decade,era 년대|时代 age,era 시대|古代 ancient 고대|现代 modern 현대|近代 modern 근대|碑 tablet,stone,monument 비석|像 statue,portrait 상
墓 tomb,grave 무덤|桥头 bridge 다리|城墙 wall 성벽|宫 palace 궁|楼阁 tower,pavilion 누각|院子 yard,courtyard 마당|教堂 church 교회|教会 church 교회
传教 missionary,mission 선교|诗 poem,poetry 시|诗人 poet 시인|小说 novel 소설|作家 writer 작가|画家 painter 화가|书法 calligraphy 서예|京剧 opera 경극|剪纸 paper 종이
陶 pottery 도자|葫芦 gourd 호리병|版画 print,woodcut 판화|年画 print,picture 연화|武术 martial 무술|太极 taiji,tai 태극|汉字 character 한자|拼音 pinyin 병음
成语 idiom 성어|词 word 낱말,단어|句 sentence 문장|翻译 translate,translator,interpret 번역,통역|作者 author,writer 지은이,글쓴이|编辑 editor 편집|出版 publish 출판
报道 report 보도|记者 reporter,journalist 기자|采访 interview 취재,인터뷰|演讲 speech 연설|演出 performance,perform 공연|表演 perform,performance 공연
音乐会 concert 음악회|合唱 choir,chorus 합창|乐队 band,orchestra 악단|冠军 champion 우승|奖 prize,award 상|奖品 prize 상품|队 team 팀|运动 sport,exercise 운동
跑步 run 달리기|足球 football,soccer 축구|篮球 basketball 농구|乒乓球 table,tennis 탁구|泳池 pool 수영장|教练 coach 코치|网上 online 온라인,인터넷|在线 online 온라인
视频 video 영상,비디오|下载 download 내려|登录 log,login 로그인|账号 account 계정|软件 software 소프트웨어|文件 file,document 파일,문서|系统 system 시스템|数据 data 데이터
程序 program 프로그램|用户 user 사용자|设置 set,setting 설정|安装 install 설치|错误 error,mistake 오류,잘못|版本 version 버전|选项 option 옵션,선택
"""
