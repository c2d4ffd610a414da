namespace CrimeInsight.Tests.Core.Import;

/// <summary>More of <see cref="ClerkSectionCases"/>: heads and sections in one text, acts in the scripts of India, and words around them.</summary>
internal static class ClerkWordCases
{
    public const string All = Words + "\n" + Scripts + "\n" + Others;

    private const string Words = """
        theft 379 | | | other-theft | IPC:379
        379 theft | | | other-theft | IPC:379
        Theft - 379 | | | other-theft | IPC:379
        theft (379 IPC) | | | other-theft | IPC:379
        theft u/s 379 IPC | | | other-theft | IPC:379
        Theft 379 IPC motorcycle | | | other-theft | IPC:379
        Auto Theft 379 | | | auto-theft | IPC:379
        Motor Vehicle Theft (379) | | | auto-theft | IPC:379
        376 rape | | | rape | IPC:376
        Rape 376 IPC | | | rape | IPC:376
        Rape 376(2)(n) | | | rape | IPC:376(2)(n)
        Murder (302 IPC) | | | murder | IPC:302
        302-Murder | | | murder | IPC:302
        Murder 302/34 | | | murder | IPC:302 IPC:34
        murder 302 | | s | murder | IPC:302
        murder 103 | | s | murder | BNS:103
        theft 303(2) | | s | other-theft | BNS:303(2)
        Attempt to murder 307/34 | | | attempt-to-murder | IPC:307 IPC:34
        हत्या 302 | | | murder | IPC:302
        Burglary 457/380 | | | burglary | IPC:457 IPC:380
        HBT 457, 380 | | | burglary | IPC:457 IPC:380
        Cheating 420 | | | cheating | IPC:420
        Robbery 392 | | | robbery | IPC:392
        Robbery u/s 392 r/w 34 | | | robbery | IPC:392 IPC:34
        Dowry death 304B | | | dowry-death | IPC:304B
        Rioting 147,148 | | | riots | IPC:147 IPC:148
        Hurt 323 | | | simple-hurt | IPC:323
        theft 376 | | | ! | -
        murder 379 | | | ! | -
        rape 302 | | | ! | -
        5 mobiles and 302 rupees | | | ! | -
        Theft of 302 mobiles | | | ! | -
        POCSO 6 | | | pocso | POCSO:6
        Gambling 13 | | | gambling | GAMBLING:13
        Excise 60 | | | excise | EXCISE:60
        NDPS 20 | | | ndps-trafficking | NDPS:20
        """;

    private const string Scripts = """
        ভারতীয় দণ্ডবিধি ৩০২ | | | murder | IPC:302
        ৩০২ ভারতীয় দণ্ডবিধি | | | murder | IPC:302
        ধারা ৩০২/৩৪ আইপিসি | | | murder | IPC:302 IPC:34
        ৩৭৬ ভাৰতীয় দণ্ডবিধি | | | rape | IPC:376
        భారతీయ శిక్షాస్మృతి 302 | | | murder | IPC:302
        302 ఐపిసి | | | murder | IPC:302
        సెక్షన్ 302 ఐ.పి.సి | | | murder | IPC:302
        ભારતીય દંડ સંહિતા ૩૦૨ | | | murder | IPC:302
        ઈ.પી.કો. કલમ ૩૦૨ | | | murder | IPC:302
        ઇ.પી.કો. કલમ 379 | | | other-theft | IPC:379
        કલમ ૧૨ જુગારધારા | | | gambling | GAMBLING:12
        જુગાર ધારા કલમ ૪, ૫ | | | gambling | GAMBLING:4 GAMBLING:5
        प्रोहि कलम 65 ई | | | prohibition | -
        જી.પી.એક્ટ કલમ ૧૩૫ | | | police-acts | POLICE:135
        ಭಾರತೀಯ ದಂಡ ಸಂಹಿತೆ 302 | | | murder | IPC:302
        ಕಲಂ 302 ಐಪಿಸಿ | | | murder | IPC:302
        302 ഐപിസി | | | murder | IPC:302
        ഇന്ത്യൻ ശിക്ഷാ നിയമം 302 | | | murder | IPC:302
        ਭਾਰਤੀ ਦੰਡ ਸੰਹਿਤਾ 302 | | | murder | IPC:302
        302 ਆਈਪੀਸੀ | | | murder | IPC:302
        ଭାରତୀୟ ଦଣ୍ଡ ସଂହିତା ୩୦୨ | | | murder | IPC:302
        302 ଆଇପିସି | | | murder | IPC:302
        تعزیرات ہند 302 | | | murder | IPC:302
        دفعہ ۳۰۲ تعزیرات ہند | | | murder | IPC:302
        भादवि 302 | | | murder | IPC:302
        302 भा.दं.वि. | | | murder | IPC:302
        कलम 379 भादंवि | | | other-theft | IPC:379
        ভারতীয় ন্যায় সংহিতা ১০৩ | | s | murder | BNS:103
        103(1) బిఎన్ఎస్ | | s | murder | BNS:103(1)
        ભારતીય ન્યાય સંહિતા કલમ ૧૦૩(૧) | | s | murder | BNS:103(1)
        ಭಾರತೀಯ ನ್ಯಾಯ ಸಂಹಿತೆ 103(1) | | s | murder | BNS:103(1)
        ഭാരതീയ ന്യായ സംഹിത 103(1) | | s | murder | BNS:103(1)
        ਭਾਰਤੀ ਨਿਆਂ ਸੰਹਿਤਾ 103(1) | | s | murder | BNS:103(1)
        ଭାରତୀୟ ନ୍ୟାୟ ସଂହିତା ୧୦୩(୧) | | s | murder | BNS:103(1)
        পকসো ৬ | | | pocso | POCSO:6
        4 పోక్సో | | | pocso | POCSO:4
        પોક્સો 4 | | | pocso | POCSO:4
        ಪೋಕ್ಸೋ 6 | | | pocso | POCSO:6
        പോക്സോ 6 | | | pocso | POCSO:6
        ਪੋਕਸੋ 6 | | | pocso | POCSO:6
        ପୋକ୍ସୋ 6 | | | pocso | POCSO:6
        پاکسو 6 | | | pocso | POCSO:6
        20 এনডিপিএস | | | ndps-trafficking | NDPS:20
        20 ఎన్‌డిపిఎస్ | | | ndps-trafficking | NDPS:20
        20 એનડીપીએસ | | | ndps-trafficking | NDPS:20
        22 ਐਨਡੀਪੀਐਸ | | | ndps-trafficking | NDPS:22
        20 ಎನ್‌ಡಿಪಿಎಸ್ | | | ndps-trafficking | NDPS:20
        25 অস্ত্র আইন | | | arms-other | ARMS:25
        25 ਅਸਲਾ ਐਕਟ | | | arms-other | ARMS:25
        25 ಆಯುಧ ಕಾಯ್ದೆ | | | arms-other | ARMS:25
        25 ଅସ୍ତ୍ର ଆଇନ | | | arms-other | ARMS:25
        61 ਆਬਕਾਰੀ ਐਕਟ | | | excise | EXCISE:61
        34(a) ఎక్సైజ్ చట్టం | | | excise | EXCISE:34(a)
        32 ಅಬಕಾರಿ ಕಾಯ್ದೆ | | | excise | EXCISE:32
        55(a) അബ്കാരി ആക്ട് | | | excise | EXCISE:55(a)
        52(a) ଅବକାରୀ ଆଇନ | | | excise | EXCISE:52(a)
        ৩০২ ও ৩৪ আইপিসি | | | murder | IPC:302 IPC:34
        302 మరియు 34 ఐపిసి | | | murder | IPC:302 IPC:34
        302 અને 34 ઇ.પી.કો. | | | murder | IPC:302 IPC:34
        302 ಮತ್ತು 34 ಐಪಿಸಿ | | | murder | IPC:302 IPC:34
        302 ਅਤੇ 34 ਆਈਪੀਸੀ | | | murder | IPC:302 IPC:34
        302 आणि 34 भादवि | | | murder | IPC:302 IPC:34
        """;

    private const string Others = """
        302 | IPC | | murder | IPC:302
        302 | ভারতীয় দণ্ডবিধি | | murder | IPC:302
        379 | Indian Penal Code | s | other-theft | IPC:379
        13 | Public Gambling | | gambling | GAMBLING:13
        60 | Ex Act | | excise | EXCISE:60
        60 | E Act | | excise | EXCISE:60
        135 | Gujarat Police | | police-acts | POLICE:135
        3(1) | UP Gangster | | organised-crime | CONTROL:3(1)
        3(1) | Gangster Act | | organised-crime | CONTROL:3(1)
        4 | Dowry Prohibition | | dowry-prohibition | DP:4
        3/25 | Arms | | arms-firearms | ARMS:3 ARMS:25
        302 IPC altered to 304(ii) IPC | | | ! | -
        302 IPC @ 304(ii) IPC | | | ! | -
        302 (deleted), 304A IPC | | | ! | -
        379 IPC changed to 406 IPC | | | ! | -
        174 CrPC @ 302 IPC | | | murder | -
        174 CrPC altered to 306 IPC | | | other-ipc | -
        302 IPC dt 05.03.2024 | | | murder | IPC:302
        302 IPC dated 05/03/2024 | | | murder | IPC:302
        302 IPC (FIR 12/2024) | | | murder | IPC:302
        Cr.No.302/2023 u/s 379 IPC | | | other-theft | IPC:379
        FIR No 302 u/s 379 IPC | | | other-theft | IPC:379
        379 IPC (2 cases) | | | other-theft | IPC:379
        279, 337 IPC & 184 MV Act | | | hurt-by-rash-driving | IPC:279 IPC:337 MV:184
        302/34 I.P.C. and 27 Arms | | | murder | IPC:302 IPC:34 ARMS:27
        498A | | | cruelty-by-husband | IPC:498A
        3(2)(v) SC/ST | | | sc-st-atrocities | SCST:3(2)(v)
        66D | IT | | it-act | IT:66D
        21/4 MMDR | | | mines-minerals | MMDR:21 MMDR:4
        7 EC | | | essential-commodities | EC:7
        75 JJ | | | juvenile-justice | JJ:75
        10/11 PCMA | | | child-marriage | PCMA:10 PCMA:11
        """;
}
