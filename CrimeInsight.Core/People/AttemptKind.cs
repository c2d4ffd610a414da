namespace CrimeInsight.Core.People;

/// <summary>What attempts are counted by. Values are stored; never renumber.</summary>
public enum AttemptKind : short
{
    /// <summary>Signing in: an address and a name.</summary>
    AddressAndName = 1,

    /// <summary>Signing in: an address over all names.</summary>
    Address = 2,

    /// <summary>Signing in: a name over all addresses.</summary>
    Name = 3,

    /// <summary>Signing in: a browser in which the person has signed in before.</summary>
    Device = 4,

    /// <summary>Entering the demo: an address.</summary>
    Demo = 5,

    /// <summary>Exports of a person.</summary>
    Export = 6,

    /// <summary>Redeeming a one-time code: an address and a name.</summary>
    Code = 7,

    /// <summary>Codes of a second factor: a person.</summary>
    Factor = 8,
}
