namespace CrimeInsight.Core.People.Files;

/// <summary>Every row of a file of people, judged: nothing is done while one is refused.</summary>
public sealed record PeopleFileReport(IReadOnlyList<PeopleFileRow> Rows)
{
    public IReadOnlyList<PersonInvitation> Invitations => [.. Rows.Select(row => row.Invitation).OfType<PersonInvitation>()];

    public IReadOnlyList<PersonEdit> Edits => [.. Rows.Select(row => row.Edit).OfType<PersonEdit>()];

    /// <summary>There is something to do, and nothing against it.</summary>
    public bool IsAcceptable => Count(PeopleFileOutcome.Refused) == 0 && Count(PeopleFileOutcome.Invited) + Count(PeopleFileOutcome.Changed) > 0;

    public int Count(PeopleFileOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}
