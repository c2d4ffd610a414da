using CrimeInsight.Core;
using CrimeInsight.Core.People;
using CrimeInsight.Core.People.Files;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.People;

public sealed class PeopleFileTests
{
    private static readonly Viewer s_admin = new(Guid.NewGuid(), "boss", PersonRole.Admin, [2]);
    private static readonly ManagedPerson s_asha = FakePeople.New("Asha", PersonRole.Officer, PersonState.Active, 3);

    private static readonly ManagedPerson[] s_people =
    [
        s_asha, FakePeople.New("Boss", PersonRole.Admin) with { Id = s_admin.PersonId }, FakePeople.New("Demo") with { MayChange = false },
    ];

    [Fact]
    public void Judge_NewKnownAndSame_AreToldApart()
    {
        var report = Judge("Chitra,chitra@police.in,Officer,A1a; A1b", "Asha,ASHA,supervisor,A1", "Asha K,other,admin,A");
        Assert.Equal([PeopleFileOutcome.Invited, PeopleFileOutcome.Changed, PeopleFileOutcome.Invited], report.Rows.Select(row => row.Outcome));
        Assert.True(report.IsAcceptable);
        Assert.Equal([4, 5], report.Invitations[0].JurisdictionIds);
        Assert.Equal((s_asha.Id, PersonRole.Supervisor), (report.Edits.Single().PersonId, report.Edits.Single().Role));
        Assert.Equal(PeopleFileOutcome.Same, Judge("Asha,asha,officer,a1").Rows.Single().Outcome);
        Assert.False(Judge("Asha,asha,officer,a1").IsAcceptable);
    }

    [Theory]
    [InlineData(",new,officer,A", PeopleFileProblem.NameMissing)]
    [InlineData("New,n w,officer,A", PeopleFileProblem.UserNameBad)]
    [InlineData("New,new,chief,A", PeopleFileProblem.RoleUnknown)]
    [InlineData("New,new,3,A", PeopleFileProblem.RoleUnknown)]
    [InlineData("New,new,officer,", PeopleFileProblem.PlaceMissing)]
    [InlineData("New,new,officer,Nowhere", PeopleFileProblem.PlaceUnknown)]
    [InlineData("New,new,officer,B", PeopleFileProblem.PlaceNotYours)]
    [InlineData("New,new,officer,IN", PeopleFileProblem.PlaceNotYours)]
    [InlineData("Boss,boss,officer,A", PeopleFileProblem.OwnRights)]
    [InlineData("Demo,demo,officer,A", PeopleFileProblem.NotYours)]
    public void Judge_Row_IsRefusedWithItsReasonAndNothingIsDone(string row, PeopleFileProblem problem)
    {
        var report = Judge("Good,good,officer,A", row);
        Assert.Equal([problem], report.Rows[1].Problems);
        Assert.False(report.IsAcceptable);
    }

    [Fact]
    public void Judge_SameNameTwice_RefusesTheSecond() =>
        Assert.Equal([PeopleFileProblem.UserNameTwice], Judge("One,same,officer,A", "Two,Same,officer,A").Rows[1].Problems);

    [Theory]
    [InlineData("")]
    [InlineData("name,user_name,role\nA,b,c")]
    [InlineData("name,user_name,role,places\n\"A,b,c,d")]
    public void Judge_FileThatIsNone_IsRefused(string text) =>
        Assert.Throws<OperatorException>(() => new PeopleFile(s_admin, s_people, SmallReference.Data.Jurisdictions).Judge(new StringReader(text)));

    private static PeopleFileReport Judge(params string[] rows) => new PeopleFile(s_admin, s_people, SmallReference.Data.Jurisdictions)
        .Judge(new StringReader("name,user_name,role,places\n" + string.Join('\n', rows)));
}
