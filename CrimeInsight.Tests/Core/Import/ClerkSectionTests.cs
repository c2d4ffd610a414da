using CrimeInsight.Core.Import.Judging;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>Heads and sections as clerks of every state write them, with the shipped tables. Outcomes were written down before they were tried.</summary>
public sealed class ClerkSectionTests
{
    private static readonly DateOnly s_before = new(2023, 5, 1);
    private static readonly DateOnly s_since = new(2024, 8, 5);
    private static readonly HeadIndex s_index = SeedStatutes.Index();

    public static TheoryData<string, string, string, string, string> Texts { get; } = ClerkCases.Read(ClerkSectionCases.All);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Find_AsAClerkWritesIt_HasTheRightHeadAndSections(string text, string acts, string since, string head, string sections)
    {
        var found = s_index.Find(text, "", acts, since == "s" ? s_since : s_before);
        Assert.Equal(head, found.Head?.Code ?? "!");
        if (sections != "-")
            Assert.Equal(sections, string.Join(' ', found.Sections?.Sections ?? []));
    }
}
