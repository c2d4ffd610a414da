namespace CrimeInsight.Tests.Core.Import;

/// <summary>
/// Head column as written | acts of another column | s: since 1 July 2024 | head, or "!" where it is refused | sections, "-" where they do not matter.
/// </summary>
internal static class ClerkSectionCases
{
    public const string All = Gambling + "\n" + Liquor + "\n" + Police + "\n" + Gangs + "\n" + Shared + "\n" + ClerkWordCases.All;

    private const string Gambling = """
        12 Bombay Gambling | | | gambling | GAMBLING:12
        12(a) Bombay Prevention of Gambling Act | | | gambling | GAMBLING:12(a)
        4/5 Bombay Prevention of Gambling Act 1887 | | | gambling | GAMBLING:4 GAMBLING:5
        12 Gujarat Prevention of Gambling | | | gambling | GAMBLING:12
        4 & 5 Gujarat Gambling | | | gambling | GAMBLING:4 GAMBLING:5
        13 Public Gambling | | | gambling | GAMBLING:13
        13 PG Act | | | gambling | GAMBLING:13
        13-3-67 G Act | | | gambling | GAMBLING:13
        13 RPGO | | | gambling | GAMBLING:13
        3/4 RPGO | | | gambling | GAMBLING:3 GAMBLING:4
        13 R.P.G.O. | | | gambling | GAMBLING:13
        13 RPG Ordinance 1949 | | | gambling | GAMBLING:13
        13 Rajasthan Public Gambling Ordinance | | | gambling | GAMBLING:13
        3,4 AP Gaming Act | | | gambling | GAMBLING:3 GAMBLING:4
        3 & 4 TS Gaming | | | gambling | GAMBLING:3 GAMBLING:4
        9(1) Telangana Gaming Act 1974 | | | gambling | GAMBLING:9(1)
        8, 12 TN Gaming | | | gambling | GAMBLING:8 GAMBLING:12
        3/4 WB Gambling and Prize Competition Act | | | gambling | GAMBLING:3 GAMBLING:4
        3/4 WBG & PC Act | | | gambling | GAMBLING:3 GAMBLING:4
        3/4 Odisha Prevention of Gambling | | | gambling | GAMBLING:3 GAMBLING:4
        3/4 OPG Act | | | gambling | GAMBLING:3 GAMBLING:4
        14/15 Assam Game and Betting Act | | | gambling | GAMBLING:14 GAMBLING:15
        4(1)(c) MP Public Gambling | | | gambling | GAMBLING:4(1)(c)
        4 Satta Act | | | gambling | GAMBLING:4
        6 CG Gambling (Prohibition) Act 2022 | | | gambling | GAMBLING:6
        7/8 Kerala Gaming | | | gambling | GAMBLING:7 GAMBLING:8
        3 Goa Daman & Diu Public Gambling Act | | | gambling | GAMBLING:3
        12 Delhi Public Gambling | | | gambling | GAMBLING:12
        12/55 Delhi P.G. Act | | | gambling | -
        13-A Haryana Gambling | | | gambling | GAMBLING:13A
        13 HP Gambling Act | | | gambling | GAMBLING:13
        13 J&K Public Gambling | | | gambling | GAMBLING:13
        13 जुआ एक्ट | | | gambling | GAMBLING:13
        3/4 सार्वजनिक द्यूत अधिनियम | | | gambling | GAMBLING:3 GAMBLING:4
        6 छ.ग. जुआ प्रतिषेध अधिनियम | | | gambling | GAMBLING:6
        12(अ) महाराष्ट्र जुगार कायदा | | | gambling | GAMBLING:12(a)
        4,5 मुंबई जुगार प्रतिबंधक कायदा | | | gambling | GAMBLING:4 GAMBLING:5
        13 राज. सार्वजनिक जुआ अध्यादेश | | | gambling | GAMBLING:13
        13 Public Gaming Act | | | gambling | GAMBLING:13
        13 Gambling Act & 420 IPC | | | cheating | GAMBLING:13 IPC:420
        """;

    private const string Liquor = """
        60 Ex Act | | | excise | EXCISE:60
        60/72 Ex. Act | | | excise | EXCISE:60 EXCISE:72
        60(1) U.P. Excise | | | excise | EXCISE:60(1)
        60 Excise | | | excise | EXCISE:60
        60 UP Ex. Act | | | excise | EXCISE:60
        61/1/14 Ex Act | | | excise | EXCISE:61
        61-1-14 Excise Act | | | excise | EXCISE:61
        34(1) MP Excise | | | excise | EXCISE:34(1)
        34(2) Abkari | | | excise | EXCISE:34(2)
        34(क) आबकारी | | | excise | EXCISE:34(a)
        34(2) CG Excise Act 1915 | | | excise | EXCISE:34(2)
        19/54 Rajasthan Excise | | | excise | EXCISE:19 EXCISE:54
        19/54 Raj. Ex. Act | | | excise | EXCISE:19 EXCISE:54
        33 Delhi Excise | | | excise | EXCISE:33
        33/38/58 Delhi Ex Act | | | excise | EXCISE:33 EXCISE:38 EXCISE:58
        47(a) Jharkhand Excise | | | excise | EXCISE:47(a)
        47(a) Bihar Excise | | | excise | EXCISE:47(a)
        30(a) Bihar Prohibition | | | prohibition | PROHIBITION:30(a)
        30(a) Bihar Prohibition & Excise Act 2016 | | | prohibition | PROHIBITION:30(a)
        30(a) BP&E Act | | | prohibition | PROHIBITION:30(a)
        30(ए) बिहार मद्य निषेध एवं उत्पाद अधिनियम | | | prohibition | -
        32,34 Karnataka Excise | | | excise | EXCISE:32 EXCISE:34
        15(A) KE Act | | | excise | EXCISE:15(a)
        34(a) AP Excise | | | excise | EXCISE:34(a)
        34(A) TS Excise | | | excise | EXCISE:34(a)
        34(a) Telangana Excise Act | | | excise | EXCISE:34(a)
        7(a) r/w 8(e) AP Prohibition | | | prohibition | PROHIBITION:7(a) PROHIBITION:8(e)
        55(a) Kerala Abkari | | | excise | EXCISE:55(a)
        55(i) Abkari Act 1 of 1077 | | | excise | -
        15(c) r/w 63 Abkari Act | | | excise | EXCISE:15(c) EXCISE:63
        4(1)(a) TNP | | | prohibition | PROHIBITION:4(1)(a)
        4(1)(aaa) r/w 4(1-A) TNP Act | | | prohibition | -
        4(1)(a) TN Prohibition | | | prohibition | PROHIBITION:4(1)(a)
        65(E) Bombay Prohibition | | | prohibition | PROHIBITION:65E
        65AE Gujarat Prohibition | | | prohibition | -
        65-A, 65-E, 81, 83, 98(2), 116B Prohi | | | prohibition | PROHIBITION:65A PROHIBITION:65E PROHIBITION:81 PROHIBITION:83 PROHIBITION:98(2) PROHIBITION:116B
        66(1)B Prohi Act | | | prohibition | -
        65(ई) महाराष्ट्र दारूबंदी कायदा | | | prohibition | -
        46A Bengal Excise | | | excise | -
        46A(a) WB Excise Act | | | excise | -
        52(a) Odisha Excise | | | excise | EXCISE:52(a)
        47(a) B&O Excise Act | | | excise | EXCISE:47(a)
        53(1) Assam Excise | | | excise | EXCISE:53(1)
        39 HP Excise | | | excise | EXCISE:39
        61(1)(a) Haryana Excise | | | excise | EXCISE:61(1)(a)
        48(a) J&K Excise | | | excise | EXCISE:48(a)
        60 Uttarakhand Excise | | | excise | EXCISE:60
        60 उत्तराखंड आबकारी अधिनियम | | | excise | EXCISE:60
        60 उ.प्र. आबकारी | | | excise | EXCISE:60
        43 Mizoram Liquor (Prohibition) Act | | | prohibition | PROHIBITION:43
        40 NLTP Act | | | prohibition | PROHIBITION:40
        43 Manipur Liquor Prohibition Act | | | prohibition | PROHIBITION:43
        3 Beggary Prohibition Act | | | other-sll | SLL:3
        4 TN Prohibition of Ragging Act | | | other-sll | SLL:4
        4 Prohibition of Ragging Act | | | other-sll | SLL:4
        9 Central Excise Act | | | other-sll | SLL:9
        4 Dowry Prohibition | | | dowry-prohibition | DP:4
        """;

    private const string Police = """
        37(1)/135 MPA | | | police-acts | POLICE:37(1) POLICE:135
        37(1)(3)/135 M.P.A. | | | police-acts | -
        135 MPA & 4/25 Arms Act | | | arms-other | -
        65(e) MPA | | | prohibition | -
        110/117 BP Act | | | police-acts | POLICE:110 POLICE:117
        66(1)(b) BP Act | | | prohibition | PROHIBITION:66(1)(b)
        112/117 Maharashtra Police | | | police-acts | POLICE:112 POLICE:117
        135(1) GP Act | | | police-acts | POLICE:135(1)
        135 Gujarat Police | | | police-acts | POLICE:135
        34 Police Act | | | police-acts | POLICE:34
        34 पुलिस एक्ट | | | police-acts | POLICE:34
        92/96(d) KP Act | | | police-acts | -
        118(a) KP Act | | | police-acts | POLICE:118(a)
        118(i) Kerala Police | | | police-acts | POLICE:118(i)
        75 TNCP | | | police-acts | POLICE:75
        75(1)(c) TNCP Act | | | police-acts | POLICE:75(1)(c)
        71 Chennai City Police | | | police-acts | POLICE:71
        70(b) Hyderabad City Police | | | police-acts | POLICE:70(b)
        70(b) CP Act | | | police-acts | POLICE:70(b)
        80/97 DP Act | | | police-acts | POLICE:80 POLICE:97
        28/112 Delhi Police | | | police-acts | POLICE:28 POLICE:112
        115 HP Police Act | | | police-acts | POLICE:115
        66 Calcutta Police Act | | | police-acts | POLICE:66
        60 Rajasthan Police Act 2007 | | | police-acts | POLICE:60
        34 MP Police Act | | | police-acts | POLICE:34
        37(1),135 महाराष्ट्र पोलीस कायदा | | | police-acts | POLICE:37(1) POLICE:135
        37(1)/135 म.पो.का. | | | police-acts | POLICE:37(1) POLICE:135
        34 Police station | | | ! | -
        Police 34 persons | | | ! | -
        """;

    private const string Gangs = """
        3(1) UP Gangster | | | organised-crime | CONTROL:3(1)
        2/3 Gangster | | | organised-crime | CONTROL:2 CONTROL:3
        2/3 U.P. Gangsters Act | | | organised-crime | CONTROL:2 CONTROL:3
        3(1) UP Gangsters and Anti-Social Activities (Prevention) Act, 1986 | | | organised-crime | CONTROL:3(1)
        2/3 गैंगेस्टर एक्ट | | | organised-crime | CONTROL:2 CONTROL:3
        3(1) उ.प्र. गिरोहबन्द एवं समाज विरोधी क्रियाकलाप (निवारण) अधिनियम | | | organised-crime | CONTROL:3(1)
        3(1)(ii) MCOCA | | | organised-crime | CONTROL:3(1)(ii)
        3(1)(i),3(2),3(4) MCOC | | | organised-crime | CONTROL:3(1)(i) CONTROL:3(2) CONTROL:3(4)
        3 Maharashtra Control of Organized Crime Act 1999 | | | organised-crime | CONTROL:3
        3 HCOCA | | | organised-crime | CONTROL:3
        3 Rajasthan Control of Organised Crime Act | | | organised-crime | CONTROL:3
        3(2) GUJCTOC Act | | | organised-crime | CONTROL:3(2)
        3/10 UP Goonda Act | | | other-sll | GOONDA:3 GOONDA:10
        3 Goonda | | | other-sll | GOONDA:3
        3/4 गुण्डा एक्ट | | | other-sll | GOONDA:3 GOONDA:4
        3 UP Control of Goondas Act, 1970 | | | other-sll | GOONDA:3
        3(1) KAAPA | | | other-sll | GOONDA:3(1)
        3 MPDA | | | other-sll | GOONDA:3
        3 CCA | | | other-sll | GOONDA:3
        3(2) NSA | | | other-sll | GOONDA:3(2)
        5 PASA | | | other-sll | GOONDA:5
        14 MP Rajya Suraksha Adhiniyam | | | other-sll | -
        """;

    private const string Shared = """
        66 E Act | | | excise | EXCISE:66
        60 E. Act | | | excise | EXCISE:60
        135 E Act | | | electricity | ELECTRICITY:135
        138(1)(b) E.Act | | | electricity | ELECTRICITY:138(1)(b)
        9B(1)(b) IE Act | | | explosives | EXPLOSIVES:9B(1)(b)
        9(b) I.E. Act | | | explosives | -
        39 IE Act | | | electricity | ELECTRICITY:39
        3/4 DP Act | | | dowry-prohibition | DP:3 DP:4
        498A IPC & 3/4 DP Act | | | cruelty-by-husband | IPC:498A DP:3 DP:4
        25/54/59 A. Act | | | arms-other | ARMS:25
        4/25 Arms | | | arms-other | -
        4/25 भारतीय हत्यार कायदा | | | arms-other | ARMS:4 ARMS:25
        """;
}
