using System.Text;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Reading;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Tables of counts are told from cases by what they hold, and cases are never taken for a table.</summary>
public sealed class CountTableTests
{
    public static TheoryData<string, string> Tables => new()
    {
        {
            "wide with totals",
            "STATE/UT,DISTRICT,YEAR,MURDER,RAPE,TOTAL IPC CRIMES\n"
                + "KERALA,KOLLAM,2001,40,20,9000\nKERALA,WAYANAD,2001,9,12,1500\nKERALA,TOTAL,2001,49,32,10500\n"
        },
        {
            "quoted",
            "\"STATE/UT\",\"DISTRICT\",\"Year\",\"Rape\",\"Dowry Deaths\"\n"
                + "\"KERALA\",\"KOLLAM\",2001,40,20\n\"KERALA\",\"WAYANAD\",2001,9,12\n"
        },
        {
            "long",
            "state,year,crime_head,cases,rate_per_lakh,source\n"
                + "Kerala,2017,Arson,405,,NCRB\nKerala,2018,Arson,312,,NCRB\nGoa,2017,Arson,35,,NCRB\n"
        },
        { "long without a source", "State;Year;Crime Head;No. of Cases\nKerala;2022;Murder;334\nKerala;2022;Rape;814\nGoa;2022;Murder;44\n" },
        { "years as columns", "Sl,State/UT,2020,2021,2022,Rate\n1,Kerala,306,337,334,0.9\n2,Goa,35,26,44,2.8\n3,Assam,1131,1192,1072,3.0\n" },
        {
            "two lines of header",
            "TABLE 2A.1 Murder,,,,\n"
                + ",Murder,,Rape,\nState/UT,2021,2022,2021,2022\n[1],[2],[3],[4],[5]\nKerala,337,334,771,814\nGoa,26,44,72,75\n"
        },
        { "one year", "District,Murder,Robbery,Theft,Total\nKollam,40,31,\"1,204\",9000\nWayanad,9,4,230,1500\nTotal,49,35,\"1,434\",10500\n" },
        { "months as columns", "Police Unit\tJan\tFeb\tMar\tTotal\nKollam City\t120\t98\t101\t319\nKollam Rural\t80\t77\t92\t249\n" },
        { "Hindi", "जिला,वर्ष,हत्या,चोरी,लूट\nपटना,2022,120,4500,210\nगया,2022,80,1200,95\n" },
        {
            "rates",
            "state,year,scope,crime_rate_per_lakh,chargesheet_rate_pct,population_lakh\n"
                + "Kerala,2022,IPC,661.0,96.0,356.8\nGoa,2022,IPC,172.8,75.9,15.7\n"
        },
    };

    public static TheoryData<string, string> Cases => new()
    {
        {
            "canonical",
            "source_reference,occurred_from,jurisdiction_code,head_code,property_value\n"
                + "1,2024-03-05,IN-KL,murder,100\n2,2024-03-06,IN-KL,theft,4500\n"
        },
        {
            "value beside a year",
            "Year,State,Crime,Property Value\n"
                + "2022,Kerala,Theft,45000\n2022,Kerala,Theft,1200\n2022,Goa,Robbery,800\n2022,Goa,Theft,900\n"
        },
        {
            "value, each row another",
            "Year,State,Crime,Stolen Value (Rs)\n"
                + "2022,Kerala,Theft,45000\n2021,Kerala,Robbery,1200\n2022,Goa,Robbery,800\n"
        },
        { "day first", "Date,District,Offence,Victims\n05-03-2024,Kollam,Murder,1\n06-03-2024,Kollam,Theft,2\n07-03-2024,Wayanad,Theft,1\n" },
        { "words for months", "When,District,Offence,Total Victims,Total Accused\n5 Mar 2024,Kollam,Murder,1,3\n6 Mar 2024,Kollam,Theft,2,2\n" },
        { "flags of heads", "Year,Station,Murder,Rape,Theft\n2022,Kollam East,1,0,0\n2022,Kollam East,0,0,1\n2022,Wayanad,0,1,0\n" },
        { "FIR numbers", "FIR No,Year,District,Murder,Theft,Total accused\n12,2022,Kollam,1,0,2\n13,2022,Wayanad,0,1,4\n" },
        { "points", "year,category,lat,lon,area\n2022,BURGLARY,9.1752,76.5127,12\n2022,THEFT,9.1263,76.6760,15\n" },
        {
            "a list of places",
            "state,district_lgd,ncrb_district,polygon_district,relation\n"
                + "Goa,551,North Goa,North Goa,same\nGoa,552,South Goa,South Goa,same\n"
        },
        { "header only", "State,Year,Murder,Rape,Theft\n" },
        { "words alone", "state,head,remark\nKerala,Murder,none\nGoa,Theft,none\n" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Open_TableOfCounts_IsRefusedWithItsEvidence(string kind, string text)
    {
        var refusal = Assert.Throws<ImportRefusedException>(() => Open(text));
        Assert.True(FileProblem.TableOfCounts == refusal.Problem, $"{kind}: {refusal.Message}");
        Assert.Equal(2, refusal.Details.Count);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Open_AnythingElse_IsNotTakenForATable(string kind, string text)
    {
        var problem = Record.Exception(() => Open(text));
        Assert.False(problem is ImportRefusedException { Problem: FileProblem.TableOfCounts }, kind);
    }

    [Fact]
    public void Open_TablesAsPeopleKeepThem_AreRefused() =>
        Assert.Empty(CountTableSamples.Tables.Where(sample => !IsTaken(sample.Text)).Select(sample => sample.Kind));

    [Fact]
    public void Open_CasesAsPeopleListThem_AreNotTakenForATable() =>
        Assert.Empty(CountTableSamples.Cases.Where(sample => IsTaken(sample.Text)).Select(sample => sample.Kind));

    [Fact]
    public void Open_TableWithAMapping_IsRefusedAllTheSame()
    {
        var mapping = ImportMapping.Parse("""
            {"columns":{"occurred_from":{"from":"YEAR","formats":["d-M-yyyy"]},"head_code":{"constant":"murder"},"state":{"from":"STATE"}}}
            """);
        var refusal = Assert.Throws<ImportRefusedException>(() => new IncidentFile(
            new MemoryStream(Encoding.UTF8.GetBytes("STATE,YEAR,MURDER,RAPE\nKERALA,2001,40,20\nGOA,2001,9,12\n")), mapping));
        Assert.Equal(FileProblem.TableOfCounts, refusal.Problem);
        Assert.Equal(["MURDER, RAPE", "2"], refusal.Details);
    }

    private static bool IsTaken(string text) => Record.Exception(() => Open(text)) is ImportRefusedException { Problem: FileProblem.TableOfCounts };

    private static void Open(string text) => _ = new IncidentFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), ImportMapping.Canonical);
}
