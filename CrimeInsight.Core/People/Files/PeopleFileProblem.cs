namespace CrimeInsight.Core.People.Files;

/// <summary>Why a row of a file of people is refused.</summary>
public enum PeopleFileProblem
{
    NameMissing,
    UserNameBad,

    /// <summary>An earlier row has the same sign-in name.</summary>
    UserNameTwice,
    RoleUnknown,
    PlaceMissing,

    /// <summary>Neither a code nor a name that only one place has.</summary>
    PlaceUnknown,

    /// <summary>A place outside the jurisdictions of whoever brings the file.</summary>
    PlaceNotYours,

    /// <summary>Whoever brings the file: their rights are another's to change.</summary>
    OwnRights,

    /// <summary>Somebody whom they may not change.</summary>
    NotYours,
}
