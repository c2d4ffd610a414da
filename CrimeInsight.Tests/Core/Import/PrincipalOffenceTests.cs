using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>The shipped table of sections decides what a case is counted as.</summary>
public sealed class PrincipalOffenceTests
{
    private static readonly HeadIndex s_index = SeedStatutes.Index();
    private static readonly DateOnly s_before = new(2024, 3, 5);
    private static readonly DateOnly s_since = new(2024, 8, 5);

    public static TheoryData<string, string, string?> Principals => new()
    {
        { "147,148,302 IPC", "murder", "302" },
        { "363,376 IPC", "rape", "376" },
        { "279,304A IPC", "road-accident-deaths", "304A" },
        { "307,302 IPC", "murder", "302" },
        { "BNS 191(2),103(1)", "murder", "103(1)" },
        { "304-A IPC", "road-accident-deaths", "304A" },
        { "304(A) IPC", "road-accident-deaths", "304A" },
        { "304-B IPC", "dowry-death", "304B" },
        { "354-D IPC", "stalking", "354D" },
        { "498-A IPC", "cruelty-by-husband", "498A" },
        { "304 IPC", "culpable-homicide", "304" },
        { "379 IPC", "other-theft", "379" },
        { "379,411 IPC", "other-theft", "379" },
        { "BNS 303(2)", "other-theft", "303(2)" },
        { "BNS 303", "other-theft", "303" },
        { "3/25 Arms Act", "arms-firearms", "25" },
        { "4/25 Arms Act", "arms-other", "25" },
        { "25 Arms Act", "arms-other", "25" },
        { "25(1B)(a) Arms Act", "arms-firearms", "25(1B)(a)" },
        { "25(1B)(b) Arms Act", "arms-other", "25(1B)(b)" },
        { "34 IPC", "other-ipc", "34" },
        { "149 IPC", "unlawful-assembly", "149" },
        { "120B,420 IPC", "cheating", "420" },
        { "302/34 IPC", "murder", "302" },
        { "120B,302 IPC", "murder", "302" },
        { "323,149 IPC", "simple-hurt", "323" },
        { "376/511 IPC", "attempt-to-rape", "376" },
        { "511,354,376 IPC", "attempt-to-rape", "376" },
        { "BNS 64/62", "attempt-to-rape", "64" },
        { "302,376 IPC", "murder", "302" },
        { "302,376A IPC", "murder", "302" },
        { "376 IPC, 6 POCSO Act", "pocso", "6" },
        { "354 IPC, 7/8 POCSO", "pocso", "8" },
        { "302 IPC, 6 POCSO Act", "murder", "302" },
        { "363 IPC, 6 POCSO Act", "pocso", "6" },
        { "363 IPC, 12 POCSO Act", "kidnapping-abduction", "363" },
        { "302 IPC r/w 3(2)(v) SC/ST Act", "murder", "302" },
        { "323,504 IPC, 3(1)(r)(s) SC/ST Act", "sc-st-atrocities", "3(1)(r)(s)" },
        { "498A,323,504,506 IPC & 3/4 DP Act", "cruelty-by-husband", "498A" },
        { "304B,498A IPC & 3/4 DP Act", "dowry-death", "304B" },
        { "147,148,302 IPC & 25/27 Arms Act", "murder", "302" },
        { "379 IPC, 25(1B)(a) Arms Act", "other-theft", "379" },
        { "IPC 420, IT Act 66D", "cheating", "420" },
        { "420 r/w 468 IPC", "fraud", "420" },
        { "420,406 IPC", "cheating", "420" },
        { "420,467,468,471 IPC", "forgery", "467" },
        { "406,409,420 IPC", "criminal-breach-of-trust", "409" },
        { "457,380 IPC", "burglary", "457" },
        { "454,380 IPC", "burglary", "454" },
        { "BNS 331(4),305", "burglary", "331(4)" },
        { "392,397 IPC", "robbery", "392" },
        { "395,397 IPC", "dacoity", "395" },
        { "396 IPC", "dacoity", "396" },
        { "279,337 IPC", "hurt-by-rash-driving", "337" },
        { "279,337,338,304A IPC", "road-accident-deaths", "304A" },
        { "BNS 281,106(1)", "road-accident-deaths", "106(1)" },
        { "BNS 281,125(a)", "hurt-by-rash-driving", "125(a)" },
        { "326,307 IPC", "attempt-to-murder", "307" },
        { "306,498A IPC", "other-ipc", "306" },
        { "147,323 IPC", "riots", "147" },
        { "379A IPC", "snatching", "379A" },
        { "BNS 304(2)", "snatching", "304(2)" },
        { "BNS 112(2)", "petty-organised-crime", "112(2)" },
        { "BNS 111", "organised-crime", "111" },
        { "27 NDPS", "ndps-consumption", "27" },
        { "8/20 NDPS", "ndps-trafficking", "20" },
        { "41/102 CrPC, 379/411 IPC", "other-theft", "379" },
        { "75 JJ Act", "juvenile-justice", "75" },
        { "16/18 UAPA", "uapa", "16" },
        { "3,4,5 ITP Act", "immoral-traffic", "5" },
        { "3/7 EC Act", "essential-commodities", "7" },
        { "26 Forest Act", "forest-wildlife", "26" },
        { "60 Excise Act", "excise", "60" },
        { "13 Gambling Act", "gambling", "13" },
        { "34 Police Act", "police-acts", "34" },
        { "5 Explosive Substances Act", "explosives", "5" },
        { "12 Passport Act", "foreigners-passport", "12" },
        { "63 Copyright Act", "intellectual-property", "63" },
        { "7 PC Act", "corruption", "7" },
        { "24 COTPA", "tobacco", "24" },
        { "184 MV Act", "motor-vehicles", "184" },
        { "9 of Some Unknown Act", "other-sll", "9" },
        { "999 IPC", "other-ipc", "999" },
        { "302A IPC", "other-ipc", "302A" },
        { "302,999 IPC", "murder", "302" },
        { "NDPS Act 1985", "ndps-trafficking", null },
    };

    [Theory]
    [MemberData(nameof(Principals))]
    public void Find_Sections_CountsThePrincipalOffence(string text, string head, string? principal)
    {
        var found = s_index.Find(text, "", "", s_before);
        Assert.Equal((head, principal), (found.Head?.Code, found.Sections is { Principal: >= 0 and var at } list ? list.Sections[at].Number : null));
    }

    [Theory]
    [InlineData("379 IPC", ImportWarning.SectionShared)]
    [InlineData("302,999 IPC", ImportWarning.SectionUnknown)]
    [InlineData("302", ImportWarning.StatuteAssumed)]
    [InlineData("BNS 103", ImportWarning.StatuteNotInForce)]
    [InlineData("302 IPC", null)]
    [InlineData("103(1) BNS and 34 IPC", ImportWarning.StatuteNotInForce)]
    public void Find_Sections_NotesWhatIsToBeTold(string text, ImportWarning? expected)
    {
        var found = s_index.Find(text, "", "", s_before);
        ImportWarning?[] noted =
        [
            found.Shared.Count > 1 ? ImportWarning.SectionShared : null, found.HasUnknown ? ImportWarning.SectionUnknown : null,
            found.IsActAssumed ? ImportWarning.StatuteAssumed : null, found.IsOutOfForce(s_before) ? ImportWarning.StatuteNotInForce : null,
        ];
        Assert.Equal(expected, noted.SingleOrDefault(note => note is not null));
    }

    [Theory]
    [InlineData("999")]
    [InlineData("41")]
    [InlineData("IPC")]
    [InlineData("Seizure of 3 arms")]
    public void Find_NumbersOfNoCode_AreNoHead(string text) => Assert.Equal(RejectReason.HeadUnknown, s_index.Find(text, "", "", s_before).Reason);

    [Theory]
    [InlineData("", "302, 34", "IPC", "murder")]
    [InlineData("", "103(1)", "", "murder")]
    [InlineData("", "25", "Arms Act", "arms-other")]
    [InlineData("theft", "380 IPC", "", "other-theft")]
    [InlineData("Murder", "302, 376 IPC", "", "murder")]
    [InlineData("IPC 323", "302", "IPC", "murder")]
    public void Find_ColumnOfSections_CountsWithTheHead(string text, string sections, string acts, string head) =>
        Assert.Equal(head, s_index.Find(text, sections, acts, s_since).Head?.Code);

    [Fact]
    public void Find_NameBesideSensitiveSections_KeepsTheHeadAndTheProtection()
    {
        var found = s_index.Find("murder", "376, 302 IPC", "", s_before);
        Assert.Equal(("murder", true), (found.Head!.Code, found.Sections!.IsSensitive));
    }

    /// <summary>The order of a list says nothing: neither of the head nor of the protection.</summary>
    [Fact]
    public void Find_AnyOrder_CountsTheSame()
    {
        var random = new Random(42);
        var known = SeedStatutes.All.Where(row => row.Section.All(char.IsAsciiLetterOrDigit) && row.Section != "various").ToArray();
        for (var turn = 0; turn < 400; turn++)
        {
            var rows = Enumerable.Range(0, random.Next(2, 6)).Select(_ => known[random.Next(known.Length)]);
            var parts = rows.Select(row => $"{StatuteActs.Find(row.Act)!.Aliases[0]} {row.Section}").ToArray();
            var first = s_index.Find(string.Join("; ", parts), "", "", s_before);
            random.Shuffle(parts);
            var second = s_index.Find(string.Join("; ", parts), "", "", s_before);
            Assert.Equal((first.Head, first.Sections!.IsSensitive), (second.Head, second.Sections!.IsSensitive));
            Assert.Equal(first.Sections.Sections[first.Sections.Principal].Act, second.Sections.Sections[second.Sections.Principal].Act);
        }
    }

    /// <summary>An act for children protects by its name alone, whatever the head.</summary>
    [Theory]
    [InlineData("302 IPC & POCSO Act", "", true)]
    [InlineData("302 IPC, JJ Act", "", true)]
    [InlineData("murder", "302 IPC; POCSO", true)]
    [InlineData("302 IPC & Arms Act", "", false)]
    [InlineData("murder", "302 IPC", false)]
    public void Find_ActOfChildrenWithoutASection_ProtectsTheCase(string head, string sections, bool expected) =>
        Assert.Equal(expected, s_index.Find(head, sections, "", s_before).IsOfChild);

    [Fact]
    public void Table_Rows_NameHeadsThatAreLeavesAndPunishmentsThatCanBeRead() => Assert.All(SeedStatutes.All, row =>
    {
        Assert.True(SeedStatutes.Tree.Find(row.HeadCode) is { } head && SeedStatutes.Tree.IsLeaf(head.Id), row.ToString());
        Assert.NotNull(StatuteActs.Find(row.Act));
        Assert.InRange(Punishment.Parse(row.MaxPunishment).Class, 0, 5);
    });

    [Fact]
    public void Acts_Each_HasALeafForItsOtherSections() =>
        Assert.All(StatuteActs.All, act => Assert.True(SeedStatutes.Tree.IsLeaf(SeedStatutes.Tree.Find(act.HeadCode)!.Id), act.Code));

    [Fact]
    public void Heads_EveryLeaf_HasARankOfItsOwn()
    {
        var leaves = SeedStatutes.Tree.LeavesOf(0).ToArray();
        Assert.Equal(leaves.Length, leaves.Select(leaf => leaf.Rank).Distinct().Count());
        Assert.All(leaves, leaf => Assert.NotEqual(short.MaxValue, leaf.Rank));
    }

    [Theory]
    [InlineData("Hero Honda motorcycle TN-01", "auto-theft")]
    [InlineData("MOTOR CYCLES", "auto-theft")]
    [InlineData("मोटरसाइकिल", "auto-theft")]
    [InlineData("வாகனத்தை", "auto-theft")]
    [InlineData("மோட்டார் சைக்கிள்", "auto-theft")]
    [InlineData("bicycle", null)]
    [InlineData("mobile phone", null)]
    [InlineData("carpet", null)]
    [InlineData("", null)]
    public void Words_OfProperty_TellTheHead(string text, string? expected)
    {
        CrimeHead[] shared = [SeedStatutes.Tree.Find("other-theft")!, SeedStatutes.Tree.Find("auto-theft")!];
        Assert.Equal(expected, new HeadWords(SeedStatutes.Tree).Find(text, shared)?.Code);
    }
}
