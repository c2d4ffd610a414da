namespace CrimeInsight.Tests.Core.Import;

/// <summary>
/// Tables and lists of cases as people keep them, for <see cref="CountTableTests"/>: by years, months, heads, stations, as pivots, long, and daily.
/// </summary>
internal static class CountTableSamples
{
    public static readonly (string Kind, string Text)[] Tables =
    [
        (
            "statesyears2",
            "States/UTs,Year 2019,Year 2020,Year 2021\n"
                + "Kerala,300,310,290\nGoa,301,311,291\nAssam,302,312,292\nBihar,303,313,293\nPunjab,304,314,294\n"),
        ("fy", "State,2019-20,2020-21,2021-22\nKerala,300,310,290\nGoa,301,311,291\nAssam,302,312,292\nBihar,303,313,293\nPunjab,304,314,294\n"),
        (
            "headsstates",
            "Crime Head,Kerala,Goa,Assam,Bihar\n"
                + "Murder,300,20,900,2500\nRape,800,70,1100,900\nTheft,5000,300,8000,30000\nTotal,6100,390,10000,33400\n"),
        ("headsyears", "Crime Head,2019,2020,2021\nMurder,300,310,290\nRape,800,700,750\nTheft,5000,5100,4900\n"),
        (
            "months24",
            "District,Jan-24,Feb-24,Mar-24,Apr-24\n"
                + "Kerala,30,31,29,25\nGoa,31,32,30,25\nAssam,32,33,31,25\nBihar,33,34,32,25\nPunjab,34,35,33,25\n"),
        ("monthsfull", "Crime Head,January,February,March,Total\nMurder,30,31,29,90\nTheft,80,70,75,225\nRobbery,8,7,7,22\n"),
        ("monthsnum", "Police Station,2024-01,2024-02,2024-03\nA,30,31,29\nB,80,70,75\nC,8,7,9\n"),
        ("monthsnum2", "Police Station,01/2024,02/2024,03/2024\nA,30,31,29\nB,80,70,75\nC,8,7,9\n"),
        ("quarters", "District,Q1,Q2,Q3,Q4,Total\nKollam,30,31,29,30,120\nWayanad,8,7,7,8,30\nSalem,5,6,7,8,26\n"),
        ("hindimonths", "जिला,जनवरी,फरवरी,मार्च,कुल\nपटना,30,31,29,90\nगया,80,70,75,225\n"),
        (
            "stationhead",
            "Police Station,Murder,Att. to Murder,Robbery,Dacoity,HBT,Theft,Total\n"
                + "Alpha,1,2,3,0,4,20,30\nBeta,0,1,2,0,5,15,23\nTotal,1,3,5,0,9,35,53\n"),
        ("stationonly", "PS Name,302 IPC,307 IPC,376 IPC,379 IPC\nAlpha,1,2,3,14\nBeta,0,1,2,15\nGamma,2,2,1,9\n"),
        ("ipcsec", "PS,IPC 302,IPC 307,IPC 379\nAlpha,1,2,14\nBeta,0,1,15\nGamma,2,2,9\n"),
        (
            "casesregistered",
            "State,Cases Registered,Cases Chargesheeted,Cases Convicted,Persons Arrested\n"
                + "Kerala,300,200,50,400\nGoa,301,201,51,401\nAssam,302,202,52,402\nBihar,303,203,53,403\nPunjab,304,204,54,404\n"),
        (
            "irv",
            "State/UT,Cases Reported (I),Victims (V),Rate (R)\n"
                + "Kerala,300,310,1.2\nGoa,301,311,2.2\nAssam,302,312,3.2\nBihar,303,313,4.2\nPunjab,304,314,5.2\n"),
        (
            "perlakh",
            "State,Year,Rate of IPC crimes,Rate of SLL crimes,Chargesheeting rate\n"
                + "Kerala,2022,200.1,100.2,70.1\nGoa,2022,201.1,101.2,71.1\nAssam,2022,202.1,102.2,72.1\nBihar,2022,203.1,103.2,73.1\n"
                + "Punjab,2022,204.1,104.2,74.1\n"),
        (
            "perlakhwide",
            "State,Crime Rate 2020,Crime Rate 2021,Crime Rate 2022\n"
                + "Kerala,200.1,100.2,70.1\nGoa,201.1,101.2,71.1\nAssam,202.1,102.2,72.1\nBihar,203.1,103.2,73.1\n"
                + "Punjab,204.1,104.2,74.1\n"),
        (
            "perlakhone",
            "State/UT,Murder Rate per lakh,Rape rate per lakh,Theft rate per lakh\n"
                + "Kerala,2.1,1.2,7.1\nGoa,3.1,2.2,8.1\nAssam,4.1,3.2,9.1\nBihar,5.1,4.2,10.1\nPunjab,6.1,5.2,11.1\n"),
        (
            "pivot",
            "Count of FIR No,Column Labels,,,\n"
                + "Row Labels,Burglary,Murder,Theft,Grand Total\nAlpha,3,1,20,24\nBeta,5,0,15,20\nGrand Total,8,1,35,44\n"),
        ("pivot2", "Row Labels,Count of FIR No\nAlpha,24\nBeta,20\nGamma,18\nGrand Total,62\n"),
        ("pivotyear", "Sum of Cases,Column Labels,,\nRow Labels,2021,2022,Grand Total\nKerala,300,310,610\nGoa,20,30,50\nGrand Total,320,340,660\n"),
        (
            "longn",
            "state_name,year,crime,n\n"
                + "Kerala,2022,Murder,30\nKerala,2022,Theft,300\nGoa,2022,Murder,31\nGoa,2022,Theft,301\nAssam,2022,Murder,32\n"),
        (
            "longvalue",
            "State,Year,Indicator,Value\n"
                + "Kerala,2022,Murder,30\nKerala,2022,Theft,300\nGoa,2022,Murder,31\nGoa,2022,Theft,301\nAssam,2022,Murder,32\n"),
        (
            "longmonth",
            "District,Month,Offence,Total Cases\n"
                + "Kerala,Jan 2022,Murder,30\nKerala,Feb 2022,Murder,300\nGoa,Jan 2022,Murder,31\nGoa,Feb 2022,Murder,301\n"
                + "Assam,Jan 2022,Murder,32\n"),
        (
            "longyearmonth",
            "District,Year,Month,Offence,No. of Cases\n"
                + "Kerala,2022,1,Murder,30\nKerala,2022,2,Murder,300\nGoa,2022,1,Murder,31\nGoa,2022,2,Murder,301\n"
                + "Assam,2022,1,Murder,32\n"),
        ("longfirs", "Police Station,Crime Head,FIRs\nAlpha,Murder,3\nAlpha,Theft,20\nBeta,Murder,1\nBeta,Theft,18\n"),
        ("longnoyear", "District,Crime Head,No. of cases\nKollam,Murder,3\nKollam,Theft,20\nWayanad,Murder,1\nWayanad,Theft,18\n"),
        (
            "longreg",
            "State,District,Year,Crime Head,Registered,Solved\n"
                + "Kerala,Kollam,2022,Murder,3,2\nKerala,Kollam,2022,Theft,20,12\nKerala,Wayanad,2022,Murder,1,1\n"
                + "Kerala,Wayanad,2022,Theft,10,7\n"),
        ("daily", "Date,Murder,Robbery,Theft,Total\n01-01-2024,1,3,20,24\n02-01-2024,0,2,18,20\n03-01-2024,2,1,25,28\n"),
        ("dailyps", "Date,Police Station,No. of FIRs\n01-01-2024,Alpha,12\n01-01-2024,Beta,8\n02-01-2024,Alpha,14\n02-01-2024,Beta,3\n"),
        ("monthend", "Month,District,Murder,Theft\n2024-01-01,Kollam,12,20\n2024-02-01,Kollam,8,22\n2024-03-01,Kollam,9,31\n"),
        ("weekly", "Week,PS,Burglary,Theft,Robbery\nWeek 1,Alpha,2,14,1\nWeek 1,Beta,3,10,0\nWeek 2,Alpha,1,12,2\n"),
        (
            "title",
            "NCRB Crime in India 2022\n"
                + "Table 1A.1 Cases registered\n\nSl. No.,State/UT,2020,2021,2022\n1,Kerala,100,200,300\n2,Goa,10,20,30\n"),
        ("tamil", "மாவட்டம்,கொலை,திருட்டு,கொள்ளை\nசென்னை,100,200,300\nமதுரை,10,20,30\nசேலம்,40,50,60\n"),
        ("hindilong", "राज्य,वर्ष,अपराध शीर्ष,मामलों की संख्या\nकेरल,2022,हत्या,300\nगोवा,2022,हत्या,30\nअसम,2022,हत्या,60\n"),
        (
            "agegender",
            "State,Male Below 18,Male 18-30,Female Below 18,Female 18-30,Total\n"
                + "Kerala,3,4,5,6,18\nGoa,4,5,6,7,22\nAssam,5,6,7,8,26\nBihar,6,7,8,9,30\nPunjab,7,8,9,10,34\n"),
        (
            "decimalpop",
            "State,Population (lakh),Murder,Rate\n"
                + "Kerala,300.5,40,1.5\nGoa,301.5,41,2.5\nAssam,302.5,42,3.5\nBihar,303.5,43,4.5\nPunjab,304.5,44,5.5\n"),
        ("repeatheads", "District,Murder I,Murder V,Rape I,Rape V\nKerala,3,4,5,6\nGoa,4,5,6,7\nAssam,5,6,7,8\nBihar,6,7,8,9\nPunjab,7,8,9,10\n"),
    ];

    public static readonly (string Kind, string Text)[] Cases =
    [
        ("narrow", "Date,District,Head\n05-03-2024,Kollam,Murder\n06-03-2024,Kollam,Theft\n"),
        ("fir", "FIR No,Date,PS,Section\n1,05-03-2024,Alpha,302 IPC\n2,06-03-2024,Alpha,379 IPC\n"),
        ("firyear", "FIR No,Year,PS,Head\n1,2024,Alpha,Murder\n2,2024,Alpha,Theft\n3,2024,Beta,Theft\n"),
        ("crno", "Cr. No.,Year,PS,Section,Arrested\n1,2024,Alpha,302,3\n2,2024,Alpha,379,1\n3,2024,Beta,420,2\n"),
        (
            "victims",
            "Sr,Date,District,Head,Killed,Injured,Victims\n"
                + "1,05-03-2024,Kollam,Murder,1,2,3\n2,06-03-2024,Kollam,Riot,0,12,12\n3,06-03-2024,Salem,Riot,1,5,6\n"),
        (
            "datetime",
            "Occurrence,Offence,Total accused,Total victims\n"
                + "2024-03-05 10:00,Murder,3,1\n2024-03-06 11:00,Theft,1,1\n2024-03-07 12:00,Theft,2,1\n"),
        ("serialdates", "Case,When,District,Head,Value\n1,45356,Kollam,Theft,5000\n2,45357,Kollam,Theft,200\n3,45358,Salem,Theft,900\n"),
        (
            "serialdates2",
            "When,District,Head,Total Loss,Total Accused\n"
                + "45356,Kollam,Theft,5000,2\n45357,Kollam,Theft,200,3\n45358,Salem,Theft,900,1\n"),
        ("intdates", "When,District,Head,Victims\n20240305,Kollam,Theft,2\n20240306,Kollam,Theft,3\n20240307,Salem,Theft,1\n"),
        ("daymonthyear", "Day,Month,Year,District,Head,Accused\n5,3,2024,Kollam,Theft,2\n6,3,2024,Kollam,Theft,3\n7,3,2024,Salem,Theft,1\n"),
        ("flags", "Date,PS,Murder,Theft,Robbery\n05-03-2024,A,1,0,0\n06-03-2024,A,0,1,0\n07-03-2024,B,0,1,0\n"),
        ("sections", "Year,District,Section,Age,Property Value\n2024,Kollam,302,34,0\n2024,Kollam,379,45,1200\n2024,Salem,379,23,300\n"),
        (
            "accident",
            "Date,Time,District,Killed,Grievous Injury,Minor Injury,Head\n"
                + "05-03-2024,10:30,Kollam,1,2,3,accident\n06-03-2024,11:10,Kollam,0,2,1,accident\n"),
        ("accidents2", "Accident ID,Year,District,Deaths,Injured\n11,2024,Kollam,1,2\n12,2024,Kollam,0,3\n13,2024,Salem,2,2\n"),
        ("epoch", "id,ts,district,head,count\n1,1709600000,Kollam,Theft,1\n2,1709700000,Kollam,Theft,1\n3,1709800000,Salem,Theft,2\n"),
        (
            "victimage",
            "Year,Month,District,Crime,Victim Age,Accused Age\n"
                + "2024,3,Kollam,Murder,34,22\n2024,3,Kollam,Theft,45,33\n2024,4,Salem,Theft,23,44\n"),
        ("crimeno", "Crime Number,Station,Crime Head,Number of Accused\n12/2024,Alpha,Theft,2\n13/2024,Alpha,Theft,1\n14/2024,Beta,Murder,4\n"),
        ("gdno", "GD No,Station,Crime,Persons arrested,Total stolen\n112,Alpha,Theft,2,5000\n113,Alpha,Theft,1,300\n114,Beta,Murder,4,0\n"),
    ];
}
