namespace CrimeInsight.Core.People.Files;

/// <summary>A row of a file of people, judged.</summary>
/// <param name="Number">From 1, after the header.</param>
/// <param name="Problems">None, unless it is refused.</param>
public sealed record PeopleFileRow(int Number, string Name, string UserName, PeopleFileOutcome Outcome, IReadOnlyList<PeopleFileProblem> Problems)
{
    /// <summary>Of somebody new.</summary>
    public PersonInvitation? Invitation { get; init; }

    /// <summary>Of somebody known.</summary>
    public PersonEdit? Edit { get; init; }
}
