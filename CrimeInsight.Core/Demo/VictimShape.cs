namespace CrimeInsight.Core.Demo;

/// <summary>Who the victims of a head are.</summary>
internal enum VictimShape
{
    /// <summary>No person is the victim.</summary>
    Nobody,
    Anyone,
    Owner,
    Woman,
    MarriedWoman,
    AdultWoman,
    Child,
    Abducted,
    RoadUser,
}
