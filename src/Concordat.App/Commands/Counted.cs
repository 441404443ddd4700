namespace Concordat.App.Commands;

internal static class Counted
{
    /// <summary>"1 commit", "2,048 entries".</summary>
    public static string Of(long number, string one, string? many = null) => $"{number:N0} {(number == 1 ? one : many ?? one + "s")}";
}
